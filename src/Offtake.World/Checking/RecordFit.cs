using Offtake.World.Records;

namespace Offtake.World.Checking;

/// <summary>How a row answers one part of a question.</summary>
internal enum Answer
{
    /// <summary>It is something else.</summary>
    No,

    /// <summary>The record does not say enough to tell.</summary>
    Perhaps,

    /// <summary>It is what was asked for.</summary>
    Yes,
}

/// <summary>How a row answers a question, part by part, and why it cannot be told where that is so.</summary>
/// <remarks>A row that may be meant never counts, but while there is one nobody can say that the record shows nothing.</remarks>
internal readonly record struct RecordFit(Answer Who, Answer What, Answer Where, Answer Standing, Answer Stage, Answer When, string Doubt)
{
    /// <summary>Whether the row matches beyond doubt.</summary>
    public bool IsMatch => Doubt.Length == 0 && All(Answer.Yes);

    /// <summary>Whether it may match.</summary>
    public bool IsOpen => Doubt.Length > 0;

    /// <summary>The answers of a row.</summary>
    public static RecordFit Of(RecordRow row, RecordCheck check)
    {
        string doubt = "";
        bool isOut = false;
        RecordFit fit = new(Ask(WhoOf), Ask(WhatOf), Ask(WhereOf), Ask(StandingOf), Ask(StageOf), Ask(WhenOf), "");
        return isOut ? fit : fit with { Doubt = doubt };

        // What is something else already need not be asked further.
        Answer Ask(Func<RecordRow, RecordCheck, (Answer, string)> part)
        {
            if (isOut) return Answer.No;
            (Answer answer, string why) = part(row, check);
            isOut = answer == Answer.No;
            if (answer == Answer.Perhaps && doubt.Length == 0) doubt = why;
            return answer;
        }
    }

    private static (Answer, string) WhoOf(RecordRow row, RecordCheck check)
    {
        if (NamePattern.Fits(row.Who, check.Who)) return (Answer.Yes, "");
        if (row.Who.Count == 0) return (Answer.Perhaps, "no buyer named");
        if (NamePattern.Fits(row.OtherWho, check.Who)) return (Answer.Perhaps, "named in another role than buyer");
        return NamePattern.IsNear(row.Who.Concat(row.OtherWho), check.Who) ? (Answer.Perhaps, "a buyer of a similar name") : (Answer.No, "");
    }

    private static (Answer, string) WhatOf(RecordRow row, RecordCheck check)
    {
        if (NamePattern.Fits(row.What, check.What)) return (Answer.Yes, "");
        if (row.What.Count == 0 && row.Titles.Count == 0) return (Answer.Perhaps, "not said what it is about");
        if (NamePattern.IsNear(row.What, check.What)) return (Answer.Perhaps, "something written similarly");
        if (NamePattern.IsNear(row.Titles, check.What)) return (Answer.Perhaps, "under a title that fits");
        if (NamePattern.IsCoarser(row.What.Concat(row.Titles), check.What)) return (Answer.Perhaps, "a coarser code that may hold it");
        return NamePattern.CanTell(row.What, check.What) ? (Answer.No, "") : (Answer.Perhaps, "nothing to compare with what was asked for");
    }

    private static (Answer, string) WhereOf(RecordRow row, RecordCheck check)
    {
        if (NamePattern.Fits(row.Where, check.Where)) return (Answer.Yes, "");
        return row.Where.Count == 0 ? (Answer.Perhaps, "no place named") : (Answer.No, "");
    }

    private static (Answer, string) StageOf(RecordRow row, RecordCheck check)
    {
        if (check.Stages.Count == 0 || check.Stages.Contains(row.Stage, StringComparer.OrdinalIgnoreCase)) return (Answer.Yes, "");
        return check.Form == RecordForm.Ocds ? (Answer.Perhaps, $"at the stage of {row.Stage}") : (Answer.No, "");
    }

    private static (Answer, string) StandingOf(RecordRow row, RecordCheck check) => row.Standing switch
    {
        Records.Standing.Good => (Answer.Yes, ""),
        Records.Standing.Open => (Answer.Perhaps, $"not settled ({row.Status})"),
        _ => (Answer.No, ""),
    };

    private static (Answer, string) WhenOf(RecordRow row, RecordCheck check)
    {
        if (check.Months is not { } asked || (row.Months is { } months && months.IsWithin(asked.First, asked.Last))) return (Answer.Yes, "");
        if ((row.Span ?? row.Months) is not { } span) return (Answer.Perhaps, "not dated");
        return span.First <= asked.Last && span.Last >= asked.First ? (Answer.Perhaps, $"may or may not lie in {asked}") : (Answer.No, "");
    }

    private bool All(Answer answer) => Who == answer && What == answer && Where == answer && Stage == answer && Standing == answer && When == answer;
}
