namespace Offtake.Equilibrium.Reading;

/// <summary>A straight line as written, such as <c>100 - 2 q + 0.5 q(rice)</c>.</summary>
/// <param name="Constant">The number that stands alone.</param>
/// <param name="Own">Coefficient of q or p without a name; zero when absent.</param>
/// <param name="Others">Coefficients of q or p of a named good, with the place of the name.</param>
internal sealed record CurveText(double Constant, double Own, IReadOnlyList<(string Name, Place At, double Coefficient)> Others)
{
    /// <summary>Reads a line, or reports what is wrong with it and gives null.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="letter">The only letter it may contain.</param>
    /// <param name="at">Where its first character stands.</param>
    /// <param name="faults">Takes the faults.</param>
    public static CurveText? Read(string text, char letter, Place at, FaultList faults)
    {
        Scan scan = new(text, letter, at, faults);
        return scan.Run() ? new CurveText(scan.Constant, scan.Own ?? 0.0, scan.Others) : null;
    }

    private sealed class Scan(string text, char letter, Place at, FaultList faults)
    {
        private int _at;

        public double Constant { get; private set; }

        public double? Own { get; private set; }

        public List<(string Name, Place At, double Coefficient)> Others { get; } = [];

        public bool Run()
        {
            for (bool isFirst = true; Skip() || isFirst; isFirst = false)
            {
                if (!Term(isFirst)) return false;
            }

            return true;
        }

        private bool Term(bool isFirst)
        {
            int start = _at;
            double sign = 1.0;
            bool isSigned = false;
            for (; Skip() && text[_at] is '+' or '-'; _at++)
            {
                isSigned = true;
                if (text[_at] == '-') sign = -sign;
            }

            if (!isSigned && !isFirst) return Fault(start, "a sign is missing before", "write + or - between the terms");
            double? factor = Number();
            if (factor is not null && Skip() && text[_at] == '*') _at++;
            if (!Skip() || text[_at] is '+' or '-')
            {
                if (factor is null) return Fault(start, "a term is missing at the end of", $"write a number or {letter}");
                Constant += sign * factor.Value;
                return true;
            }

            if (char.ToLowerInvariant(text[_at]) != letter || (_at + 1 < text.Length && char.IsLetterOrDigit(text[_at + 1]))) return WrongLetter();
            _at++;
            return Symbol(sign * (factor ?? 1.0), start);
        }

        private bool Symbol(double coefficient, int start)
        {
            if (!Skip() || text[_at] != '(')
            {
                if (Own is not null) return Fault(start, $"'{letter}' appears twice in", "add the terms up");
                Own = coefficient;
                return true;
            }

            int close = text.IndexOf(')', _at);
            if (close < 0) return Fault(_at, "a bracket is not closed in", "write the name of a good between brackets");
            string name = text[(_at + 1)..close].Trim();
            if (Others.Any(o => o.Name == name)) return Fault(start, $"'{letter}({name})' appears twice in", "add the terms up");
            Others.Add((name, at.Further(_at + 1), coefficient));
            _at = close + 1;
            return true;
        }

        private double? Number()
        {
            int end = _at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
            if (end == _at) return null;
            if (end < text.Length && text[end] is 'e' or 'E')
            {
                int exponent = end + 1;
                if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
                int digits = exponent;
                while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
                if (digits > exponent) end = digits;
            }

            if (!NumberText.TryParse(text.AsSpan(_at, end - _at), out double value)) return null;
            _at = end;
            return value;
        }

        // Moves to the next character that is not blank; false at the end.
        private bool Skip()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
            return _at < text.Length;
        }

        private bool WrongLetter()
        {
            string meaning = letter == 'q' ? "quantity" : "price";
            char other = letter == 'q' ? 'p' : 'q';
            string remedy = char.ToLowerInvariant(text[_at]) == other
                ? $"only {letter} can stand here; give '{(letter == 'q' ? "quantity" : "price")}: ...' instead if {other} is meant"
                : $"write numbers, {letter} for the {meaning}, {letter}(name) for that of another good, such as 42 - 2 {letter}";
            return Fault(_at, $"a character does not belong here ('{text[_at]}') in", remedy);
        }

        private bool Fault(int where, string what, string remedy)
        {
            faults.Add(at.Further(Math.Min(where, text.Length)), what, text, null, remedy);
            return false;
        }
    }
}
