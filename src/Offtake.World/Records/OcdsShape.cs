namespace Offtake.World.Records;

/// <summary>What kind of value a member of a release must have to be read.</summary>
internal enum OcdsKind
{
    /// <summary>A text or a number that stands for one.</summary>
    Text,

    /// <summary>A text that may also be given in other languages, as <c>title_es</c> beside <c>title</c>.</summary>
    Words,

    /// <summary>A list of texts; one alone is taken.</summary>
    Texts,

    /// <summary>As <see cref="Texts"/>, but of extensions that are not the same everywhere: what is not a text is left out.</summary>
    Loose,

    /// <summary>A day, with or without time and zone.</summary>
    Date,

    /// <summary>An amount of money, which may be negative.</summary>
    Amount,

    /// <summary>How much of something: 0 or more.</summary>
    Quantity,

    /// <summary>Three letters.</summary>
    Currency,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A list of objects.</summary>
    Objects,
}

/// <summary>One member that is read.</summary>
/// <param name="Kind">What it must be.</param>
/// <param name="Of">The members of the object or of the objects of the list.</param>
internal sealed record OcdsMember(OcdsKind Kind, OcdsShape? Of = null);

/// <summary>The members of a release that can settle a claim, of https://standard.open-contracting.org/1.1/en/schema/reference/ and of its extension for lots. Whatever else stands in a release may be of any kind.</summary>
internal sealed class OcdsShape : Dictionary<string, OcdsMember>
{
    private static readonly OcdsShape Identifier = Plain("scheme id").Add(OcdsKind.Words, "legalName");

    private static readonly OcdsShape Party = Plain("id").Add(OcdsKind.Words, "name").Add(OcdsKind.Texts, "roles")
        .With("identifier", OcdsKind.Object, Identifier).With("additionalIdentifiers", OcdsKind.Objects, Identifier)
        .With("address", OcdsKind.Object, Plain("locality region countryName"));

    private static readonly OcdsShape Value = new OcdsShape().Add(OcdsKind.Amount, "amount").Add(OcdsKind.Currency, "currency");

    private static readonly OcdsShape Classification = Plain("scheme id").Add(OcdsKind.Words, "description");

    private static readonly OcdsShape Unit = Plain("scheme id").Add(OcdsKind.Words, "name").With("value", OcdsKind.Object, Value);

    private static readonly OcdsShape Term = new OcdsShape().Add(OcdsKind.Date, "startDate endDate");

    private static readonly OcdsShape Item = Plain("id").Add(OcdsKind.Words, "description").Add(OcdsKind.Loose, "relatedLot").Add(OcdsKind.Quantity, "quantity")
        .With("classification", OcdsKind.Object, Classification).With("additionalClassifications", OcdsKind.Objects, Classification).With("unit", OcdsKind.Object, Unit);

    private static readonly OcdsShape Stage = Plain("id status").Add(OcdsKind.Words, "title description").With("value", OcdsKind.Object, Value).With("items", OcdsKind.Objects, Item);

    private static readonly OcdsShape Tender = new OcdsShape(Stage).With("procuringEntity", OcdsKind.Object, Party)
        .With("classification", OcdsKind.Object, Classification).With("additionalClassifications", OcdsKind.Objects, Classification)
        .With("lots", OcdsKind.Objects, Plain("id").Add(OcdsKind.Words, "title description"));

    private static readonly OcdsShape Award = new OcdsShape(Stage).Add(OcdsKind.Date, "date").Add(OcdsKind.Loose, "relatedLots").With("contractPeriod", OcdsKind.Object, Term);

    private static readonly OcdsShape Contract = new OcdsShape(Stage).Add(OcdsKind.Text, "awardID").Add(OcdsKind.Date, "dateSigned date").With("period", OcdsKind.Object, Term);

    private OcdsShape()
        : base(StringComparer.Ordinal)
    {
    }

    private OcdsShape(OcdsShape like)
        : base(like, StringComparer.Ordinal)
    {
    }

    /// <summary>A release.</summary>
    public static OcdsShape Release { get; } = new OcdsShape()
        .With("buyer", OcdsKind.Object, Party).With("parties", OcdsKind.Objects, Party).With("tender", OcdsKind.Object, Tender)
        .With("awards", OcdsKind.Objects, Award).With("contracts", OcdsKind.Objects, Contract);

    /// <summary>The member of a name, also of one in another language; null for what is not read.</summary>
    public OcdsMember? Find(string name)
    {
        if (TryGetValue(name, out OcdsMember? member)) return member;
        int end = name.IndexOf('_', StringComparison.Ordinal);
        return end > 0 && TryGetValue(name[..end], out OcdsMember? known) && known.Kind == OcdsKind.Words ? known : null;
    }

    private static OcdsShape Plain(string names) => new OcdsShape().Add(OcdsKind.Text, names);

    private OcdsShape Add(OcdsKind kind, string names)
    {
        foreach (string name in names.Split(' ')) this[name] = new OcdsMember(kind);
        return this;
    }

    private OcdsShape With(string name, OcdsKind kind, OcdsShape of)
    {
        this[name] = new OcdsMember(kind, of);
        return this;
    }
}
