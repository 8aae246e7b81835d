namespace Offtake.World.Problems;

/// <summary>A spot in a file: line from 1, or 0 for the file as a whole; column from 1, for YAML only; name of the cell, where one cell of a table is meant.</summary>
internal readonly record struct Place(string File, int Line, int? Column = null, string? Cell = null)
{
    /// <summary>File and line, in the form a parameter carries as its address.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}";

    /// <summary>The place an address names.</summary>
    public static Place Of(string address)
    {
        int colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address.AsSpan(colon + 1), out int line)
            ? new Place(address[..colon], line)
            : new Place(address, 0);
    }
}
