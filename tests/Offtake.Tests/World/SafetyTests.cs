using System.Text;
using Offtake.World;
using Offtake.PlainText;
using Offtake.World.Lint;

namespace Offtake.Tests.World;

public class SafetyTests
{
    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        using TinyWorld world = new();
        using (FileStream file = File.OpenWrite(world.PathOf("claims.csv"))) file.SetLength(PlainFile.LargestBytes + 1);

        Expect.OnlyError(world.Read(), "claims.csv", 0, "the file is too large", "20000000 bytes");
    }

    [Fact]
    public void Bytes_that_are_not_text_are_reported_with_their_line()
    {
        using TinyWorld world = new();
        File.WriteAllBytes(world.PathOf("elements.csv"), [.. "id,title\nalpha,"u8, 0xE9, .. "\nbeta,Beta\n"u8]);

        Expect.OnlyError(world.Read(), "elements.csv", 2, "not UTF-8", "0xE9");
    }

    [Fact]
    public void A_file_in_another_encoding_is_reported()
    {
        using TinyWorld world = new();
        File.WriteAllText(world.PathOf("elements.csv"), world.Text("elements.csv"), Encoding.Unicode);

        Expect.OnlyError(world.Read(), "elements.csv", 1, "UTF-8");
    }

    [Fact]
    public void A_file_with_a_nul_byte_is_refused()
    {
        using TinyWorld world = new();
        world.Write("elements.csv", "id,title\nalpha,Al\0pha\nbeta,Beta\n");

        Expect.OnlyError(world.Read(), "elements.csv", 2, "NUL byte");
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("+cmd", true)]
    [InlineData("-cmd|' /C calc'!A0", true)]
    [InlineData("-2+3", true)]
    [InlineData("-3", false)]
    [InlineData("+6.5 %", false)]
    [InlineData("-1e-3", false)]
    [InlineData("a=b", false)]
    [InlineData("", false)]
    public void A_text_that_begins_like_a_formula_is_told_from_a_number(string text, bool isFormula) =>
        Assert.Equal(isFormula, SpreadsheetFormulas.LooksLikeOne(text));

    [Fact]
    public void A_formula_in_a_cell_of_text_is_refused()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "shop,The shop", "shop,=1+1");

        Expect.OnlyError(world.Read(), "facilities.csv", 6, "'title' begins like a spreadsheet formula: '=1+1'");
    }

    [Theory]
    [InlineData("../pit")]
    [InlineData("Pit")]
    [InlineData("pit/2")]
    [InlineData("p--t")]
    [InlineData("pit ü")]
    public void An_id_that_is_not_plain_is_refused(string id)
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "pit,The pit", $"{id},The pit");

        Expect.Error(world.Read(), "facilities.csv", 2, "'id' is not a plain id");
    }

    [Theory]
    [InlineData("../baseline")]
    [InlineData("/etc")]
    [InlineData("..")]
    [InlineData("")]
    public void A_scenario_outside_its_folder_is_never_opened(string id)
    {
        using TinyWorld world = new();

        Reading<Offtake.Model.Scenarios.Scenario> reading = world.ReadScenario(id);

        Assert.False(reading.Succeeded);
        Assert.Single(reading.Errors);
    }

    [Fact]
    public void A_world_outside_its_folder_is_never_opened()
    {
        using TinyWorld world = new();
        world.WriteScenario("out", "scenario: out\ntitle: Out\nworld: ../tiny\ncalendar: none\n");

        Expect.OnlyError(world.ReadScenario("out"), "out/scenario.yaml", 3, "'world' is not a plain id: '../tiny'");
    }
}
