using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Innovations;

/// <summary>Pilot platforms are few: a project that finds them taken waits.</summary>
/// <remarks>
/// Eq. RND-3: on platforms ≤ max(places · support rounded down, those already on one); a free place goes to the project of its region that has waited longest,
/// among equals to the one entered first. Waiting is not work: a stage's time counts from the place.
/// </remarks>
internal static class PilotPlatforms
{
    /// <summary>Gives free places to those that wait.</summary>
    public static void Allot(ProjectBook book, ResearchNumbers research, InnovationSupport support)
    {
        Array.Clear(book.OnPlatform);
        Array.Clear(book.Waiting);
        foreach (ref Project p in book.Projects)
        {
            if (p.IsOnPlatform) book.OnPlatform[book.Innovations[p.Innovation].Region]++;
        }

        for (int r = 0; r < book.Places.Length; r++)
        {
            book.Places[r] = (int)Math.Floor(research.PilotPlaces[r] * support.PilotPlacesFactor[r]);
            while (book.OnPlatform[r] < book.Places[r] && LongestWaiting(book, r) is >= 0 and int next)
            {
                book.Projects[next].IsOnPlatform = true;
                book.OnPlatform[r]++;
            }
        }

        foreach (ref Project p in book.Projects)
        {
            if (!p.Waits) continue;
            p.MonthsWaited++;
            book.Waiting[book.Innovations[p.Innovation].Region]++;
        }
    }

    private static int LongestWaiting(ProjectBook book, int region)
    {
        int longest = -1;
        Span<Project> projects = book.Projects;
        for (int i = 0; i < projects.Length; i++)
        {
            if (!projects[i].Waits || book.Innovations[projects[i].Innovation].Region != region) continue;
            if (longest < 0 || projects[i].MonthsWaited > projects[longest].MonthsWaited) longest = i;
        }

        return longest;
    }
}
