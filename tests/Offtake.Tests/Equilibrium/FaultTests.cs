using System.Text;
using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

public class FaultTests
{
    /// <summary>What is replaced by what, the text the fault points at, and a part of its sentence.</summary>
    [Theory]
    [InlineData("money: USD", "mony: USD", "mony", "unknown key 'mony'; did you mean 'money'?")]
    [InlineData("regions: [north, south, sea]", "regions: [north, south, south, sea]", "south, sea]", "repeated region 'south'")]
    [InlineData("regions: [north, south, sea]", "regions: [north, south, sea, 'a,b']", "a,b", "this cannot be the name of a region: 'a,b'")]
    [InlineData("goods: {wheat: tonnes, rice: tonnes}", "goods: {wheat: [tonnes], rice: tonnes}", "[tonnes]", "a unit must be one text")]
    [InlineData("region: north, good: rice", "region: nort, good: rice", "nort,", "unknown region 'nort'; did you mean 'north'?")]
    [InlineData("region: north, good: rice", "region: north, good: barley", "barley", "unknown good 'barley'; known are wheat, rice.")]
    [InlineData("price: 80 - q", "prise: 80 - q", "prise", "did you mean 'price'?")]
    [InlineData("price: 80 - q", "price: 80 - q, quantity: 3", "{region: north, good: rice", "a curve is given twice (allowed: either 'price' or 'quantity')")]
    [InlineData(", price: 80 - q", "", "{region: north, good: rice", "a curve is missing")]
    [InlineData("price: 80 - q", "price: 80 + q", "80 + q", "demand rises with its own price or quantity in '80 + q' (allowed: a term in q that is 0 or below)")]
    [InlineData("price: 9 + q", "price: 9 - q", "9 - q", "supply falls with its own price or quantity in '9 - q'")]
    [InlineData("price: 80 - q", "price: 80 - p", "p}", "give 'quantity: ...' instead if p is meant")]
    [InlineData("price: 80 - q", "price: 80 q q", "q}\n", "a sign is missing before '80 q q'")]
    [InlineData("price: 80 - q", "price: 80 - q - 2 q", "- 2 q}", "'q' appears twice in '80 - q - 2 q'")]
    [InlineData("price: 80 - q", "price: 80 -", "-}", "a term is missing at the end of '80 -'")]
    [InlineData("price: 80 - q", "price: 80 - 2 q(rice", "(rice}", "a bracket is not closed")]
    [InlineData("price: 80 - q", "price: 80 - q - q(whaet)", "whaet", "unknown good 'whaet'; did you mean 'wheat'?")]
    [InlineData("price: 80 - q", "price: eighty", "eighty", "a character does not belong here ('e')")]
    [InlineData("price: 80 - q", "quantity: 80 - p", "{region: north, good: wheat", "a demand curve in one form uses a good whose curve is in the other form: 'rice in north'")]
    [InlineData("  - {region: north, good: rice, price: 80 - q}\n", "", "{region: north, good: wheat", "a demand curve uses the quantity of a good that has no demand curve: 'rice in north'")]
    [InlineData("region: [south, sea], good: wheat", "region: [south, north], good: wheat", "{region: [south, north]", "a second curve for 'wheat in north'; add the curves up")]
    [InlineData("capacity: 30", "capacity: -30", "-30", "'capacity' is out of range: '-30' (allowed: 0 or more)")]
    [InlineData("capacity: 30", "capacity: 30 t", "30 t", "'capacity' is not a number: '30 t' (allowed: a number such as 1250.5); write the number without a unit.")]
    [InlineData("capacity: 30", "capacity: '3,5'", "3,5", "write a point for decimals")]
    [InlineData("capacity: 30", "capacity: 1e400", "1e400", "'capacity' is not a number")]
    [InlineData("capacity: 30", "capacity: 1e40", "1e40", "'capacity' is out of range: '1e40' (allowed: up to 1e30)")]
    [InlineData("to: south, freight: 3", "freight: 3", "{from: north, freight: 3}", "missing key 'to'")]
    [InlineData("to: south, freight: 3", "to: north, freight: 3", "north, freight: 3}", "a route leads from a region to itself: 'north'")]
    [InlineData("to: south, freight: 3", "to: south", "{from: north, to: south}", "missing key 'freight'; write it even if it is 0")]
    [InlineData("from: north, to: south, freight: 3", "freight: 3", "{freight: 3}", "it is not clear where a route leads")]
    [InlineData("to: south, freight: 3", "to: south, freight: free", "free}", "'freight' is not a number: 'free'")]
    [InlineData("between: [south, sea]", "between: [south]", "[south]", "'between' must name regions (allowed: 2 or more)")]
    [InlineData("between: [south, sea]", "between: [south, south]", "south], good", "named twice: 'south'")]
    [InlineData("freight: {wheat: 5}, name: ship", "freight: {wheat: 5}, good: rice", "rice}\n  - table", "goods are named twice")]
    [InlineData("freight: {wheat: 5}, name: ship", "freight: {wheat: 5}, name: ship, tarif: 3", "tarif", "unknown key 'tarif'")]
    [InlineData("south: {north: 3.5}", "south: {south: 3.5}", "3.5}", "a route leads from a region to itself")]
    [InlineData("south: {north: 3.5}", "south: 3.5", "3.5", "write table: {from: {to: freight}}")]
    [InlineData("between: [south, sea], good: wheat", "from: north, to: south, good: wheat", "{from: north, to: south, good: wheat", "a second route for 'wheat from north to south'; keep one, or give the second a 'name'")]
    [InlineData("{to: sea, percent: 10, of: fob}", "{to: sea, of: fob}", "{to: sea, of", "a rate is missing")]
    [InlineData("percent: 10", "percent: 10 %", "10 %", "leave the percent sign out")]
    [InlineData("percent: 10", "percent: -100", "-100", "'percent' is out of range: '-100'")]
    [InlineData("of: fob", "of: exw", "exw", "unknown customs value 'exw' (allowed: cif or fob)")]
    [InlineData("good: rice, per_unit: 2", "good: rice, percent: 2}\n  - {to: sea, percent: 3", "{to: sea, percent: 3", "a route has one tariff on cif and one on fob value")]
    [InlineData("{from: north, percent: 5}", "{from: north, percent: -60}\n  - {to: sea, percent: -50}", "{to: sea, percent: -50}", "subsidies add up to 100 percent or more for 'wheat'")]
    [InlineData("from: north, to: south, good: rice, per_unit", "from: sea, to: north, good: rice, per_unit", "{from: sea, to: north", "this matches no route")]
    [InlineData("from: north, to: south, good: rice, per_unit", "route: shp, per_unit", "shp", "unknown name of a route 'shp'; did you mean 'ship'?")]
    [InlineData("name: cap, from: north, cap: 20", "name: cap, from: north", "{name: cap", "missing key 'cap'")]
    [InlineData("weights: {wheat: 1, rice: 2}", "weights: {wheat: 0, rice: 2}", "0, rice: 2}", "'weights' is out of range: '0' (allowed: above 0)")]
    [InlineData("weights: {wheat: 1, rice: 2}", "good: [wheat, rice], weights: {wheat: 1}", "{wheat: 1}, holder", "a weight is missing for 'rice'")]
    [InlineData("holder: importer", "holder: nobody", "nobody", "unknown holder 'nobody'")]
    [InlineData("outputs: {rice: 0.1}", "outputs: {rice: 0.1, wheat: 1}", "wheat: 1}, outputs", "both input and output: 'wheat'")]
    [InlineData("inputs: {wheat: 1}, outputs: {rice: 0.1}, ", "", "{name: mill", "an activity neither makes nor takes anything")]
    [InlineData("marginal_cost: 1 + 0.2 q", "marginal_cost: 1 - 0.2 q", "1 - 0.2 q", "marginal cost falls with the level")]
    [InlineData("marginal_cost: 1 + 0.2 q", "marginal_cost: 1 + 0.2 q(rice)", "rice), capacity", "the cost of an activity cannot depend on a good: 'rice'")]
    [InlineData("marginal_cost: 1 + 0.2 q, ", "", "{name: mill", "missing key 'marginal_cost'")]
    [InlineData("activities:\n  - {name: mill", "activities:\n  {name: mill", "{name: mill", "'activities' must be a list of entries; start every entry with a dash")]
    [InlineData("disposal: 1.5", "disposal: sometimes", "sometimes", "disposal cannot be 'sometimes' (allowed: free, none, or a cost per unit of 0 or more)")]
    [InlineData("disposal: 1.5", "disposal: 1.5, price_floor: 3", "{region: sea, good: rice, disposal", "a market needs one rule")]
    [InlineData("region: north, good: wheat, price_floor: 12", "good: rice, price_floor: 12", "{good: rice, price_floor", "a second rule for 'rice in sea'")]
    [InlineData("prices: {north: {wheat: 12}}", "prices: {north: 13}", "13}", "'prices' must hold names and values here; write {good: value}.")]
    [InlineData("prices: {north: {wheat: 12}}", "prises: {north: {wheat: 12}}", "prises", "did you mean 'prices'?")]
    [InlineData("prices: {north: {wheat: 12}}", "quota_rents: {cup: 1}", "cup: 1", "unknown quota 'cup'; did you mean 'cap'?")]
    [InlineData("title: Everything", "title: &a Everything", "&a", "anchors and aliases are not accepted")]
    [InlineData("title: Everything", "title: !!str Everything", "!!str", "tags are not accepted")]
    [InlineData("title: Everything", "title: [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]", "[[[1]", "nested too deeply")]
    [InlineData("money: USD", "money: {a", "{a\ngoods", "after this place it is not YAML")]
    [InlineData("money: USD", "title: twice", "title: twice", "this is not YAML: duplicate key")]
    public void A_fault_is_a_sentence_with_line_and_column(string old, string by, string pointsAt, string sentence)
    {
        Assert.Contains(old, EquilibriumFileTests.WholeFile, StringComparison.Ordinal);
        string text = EquilibriumFileTests.WholeFile.Replace(old, by, StringComparison.Ordinal);
        int at = text.IndexOf(pointsAt, StringComparison.Ordinal);
        (int line, int column) = (text[..at].Count(c => c == '\n') + 1, at - text.LastIndexOf('\n', Math.Max(0, at - 1)));

        EquilibriumReading reading = EquilibriumFile.Parse(text, "x.yaml");

        Assert.Null(reading.Problem);
        string listing = $"expected at {line}:{column}\n" + string.Join("\n", reading.Faults);
        Assert.True(reading.Faults.Any(f => f.ToString().Contains(sentence, StringComparison.Ordinal) && f.Line == line && f.Column == column), listing);
        Assert.All(reading.Faults, f => Assert.StartsWith("x.yaml:", f.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_come_at_once_by_line()
    {
        string text = EquilibriumFileTests.WholeFile.Replace("price: 80 - q", "price: 80 + q", StringComparison.Ordinal).Replace("freight: 3}", "freight: x}", StringComparison.Ordinal)
            .Replace("holder: importer", "holder: me", StringComparison.Ordinal).Replace("mill, region: south", "mill, region: soth", StringComparison.Ordinal);
        EquilibriumReading reading = EquilibriumFile.Parse(text, "x.yaml");

        Assert.Equal([7, 13, 25, 27], reading.Faults.Select(f => f.Line).Distinct().Where(l => l is 7 or 13 or 25 or 27));
        Assert.Equal(reading.Faults.OrderBy(f => f.Line).ThenBy(f => f.Column), reading.Faults);
    }

    [Fact]
    public void An_empty_file_and_a_file_of_one_word_say_what_to_start_with()
    {
        foreach (string text in new[] { "", "hello", "- a\n- b\n", "# only a comment\n" })
        {
            FileFault fault = Assert.Single(EquilibriumFile.Parse(text, "x.yaml").Faults);
            Assert.Equal("x.yaml:1:1: the file is not one list of 'key: value' lines; start it with 'goods:'.", fault.ToString());
        }
    }

    [Fact]
    public void A_file_that_is_not_there_not_text_or_a_folder_is_a_sentence_too()
    {
        string folder = Directory.CreateTempSubdirectory("offtake-test").FullName;
        string bytes = Path.Combine(folder, "bytes.yaml");
        File.WriteAllBytes(bytes, [0xff, 0xfe, 0x00, 0x41]);
        try
        {
            Assert.Equal("the file cannot be read", Assert.Single(EquilibriumFile.Read(Path.Combine(folder, "none.yaml")).Faults).What);
            Assert.Equal("the file is not text in UTF-8", Assert.Single(EquilibriumFile.Read(bytes).Faults).What);
            Assert.Equal("name a file, not a folder", Assert.Single(EquilibriumFile.Read(folder).Faults).Remedy);
            Assert.Equal("the file cannot be read", Assert.Single(EquilibriumFile.Read("")!.Faults).What);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, EquilibriumFileTests.WholeFile, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Empty(EquilibriumFile.Read(file).Faults);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_spoilt_at_random_gives_sentences_and_never_an_exception()
    {
        const string Spoilers = "{}[]:,-#'\"&*!|>%@`\t\n\u0000\u001b0q(x";
        Random random = new(1);
        for (int round = 0; round < 3000; round++)
        {
            StringBuilder text = new(EquilibriumFileTests.WholeFile);
            for (int k = random.Next(1, 5); k > 0; k--)
            {
                int at = random.Next(text.Length);
                switch (random.Next(3))
                {
                    case 0: text[at] = Spoilers[random.Next(Spoilers.Length)]; break;
                    case 1: text.Insert(at, Spoilers[random.Next(Spoilers.Length)]); break;
                    default: text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)); break;
                }
            }

            EquilibriumReading reading = EquilibriumFile.Parse(text.ToString(), "x.yaml");
            Assert.Equal(reading.Problem is null, reading.Faults.Count > 0);
            Assert.All(reading.Faults, f => Assert.DoesNotContain(f.ToString(), char.IsControl));
            if (reading.Problem is not null) SpatialSolver.Solve(reading.Problem);
        }
    }
}
