using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Innovations;

/// <summary>What deployed projects change: each takes its share away from a loss, a cost, an input or a residue, where it has been adopted.</summary>
/// <remarks>
/// Eq. RND-4: adoption a = (months since deployment − delay) / spread, within zero and one, the delay only abroad; left = Π over projects of (1 − size · a);
/// cost = cost drawn · left; input = input of the opening · left; residue = residue · left; loss = loss drawn · left. What is no longer lost goes to the products
/// that hold the element, or to the one named, so that recovery never exceeds one. An enabled facility's capacity is size · a of what its row states, from its first month on.
/// </remarks>
internal sealed class Effects
{
    private readonly ProjectBook _book;
    private readonly ResearchNumbers _research;
    private readonly ChainNumbers _numbers;
    private readonly double[][] _openingInput;
    private readonly double[] _enabled;
    private readonly int[][] _sectorsOf;
    private readonly int[] _aimedAt;
    private readonly double[] _lossLeft;
    private readonly double[][] _lossLeftBy;
    private readonly double[][] _inputLeft;

    public Effects(ChainState state, ChainNumbers numbers, ProjectBook book, ResearchNumbers research)
    {
        _book = book;
        _research = research;
        _numbers = numbers;
        _openingInput = [.. state.InputRate.Select(rates => rates.ToArray())];
        _enabled = new double[book.Innovations.Length];
        _sectorsOf = state.Layout.Lists.SectorsOfInnovation;
        _aimedAt = state.Layout.Lists.SectorsAimedAt;
        _lossLeft = new double[state.Layout.Sectors.Length];
        _lossLeftBy = [.. state.Layout.Recipes.Select(r => new double[r.OutputMarkets.Length])];
        _inputLeft = [.. state.InputRate.Select(rates => new double[rates.Length])];
    }

    public void Apply(ChainState state, Month month)
    {
        Gather(state);
        foreach (int s in _aimedAt)
        {
            RecoveredContent.Raise(state, _numbers, s, _lossLeft[s], _lossLeftBy[s]);
            for (int i = 0; i < _inputLeft[s].Length; i++)
            {
                if (_inputLeft[s][i] < 1.0) state.InputRate[s][i] = _openingInput[s][i] * _inputLeft[s][i];
            }
        }

        Enable(state, month);
    }

    private void Gather(ChainState state)
    {
        Array.Fill(_book.CostLeft, 1.0);
        foreach (int s in _aimedAt)
        {
            _lossLeft[s] = 1.0;
            Array.Fill(_lossLeftBy[s], 1.0);
            Array.Fill(_inputLeft[s], 1.0);
        }

        if (state.Residues is { } residues) Array.Fill(residues.Left, 1.0);
        foreach (ref readonly Project p in _book.Projects)
        {
            if (!p.IsDeployed) continue;
            Innovation innovation = _book.Innovations[p.Innovation];
            double atHome = 1.0 - (_research.Size[p.Innovation] * _book.AdoptionAfter(p.MonthsDeployed, isHome: true));
            double abroad = 1.0 - (_research.Size[p.Innovation] * _book.AdoptionAfter(p.MonthsDeployed, isHome: false));
            foreach (int s in _sectorsOf[p.Innovation]) Take(state, innovation, s, state.Layout.Sectors[s].Region == innovation.Region ? atHome : abroad);
        }
    }

    private void Take(ChainState state, Innovation innovation, int sector, double left)
    {
        switch (innovation.Effect)
        {
            case InnovationEffect.Cost:
                _book.CostLeft[sector] *= left;
                break;
            case InnovationEffect.Recovery when innovation.On is null:
                _lossLeft[sector] *= left;
                break;
            case InnovationEffect.Recovery:
                int[] outputs = state.Layout.Recipes[sector].OutputCommodities;
                for (int o = 0; o < outputs.Length; o++) _lossLeftBy[sector][o] *= outputs[o] == innovation.On ? left : 1.0;
                break;
            case InnovationEffect.InputRate:
                IReadOnlyList<ProcessInput> inputs = state.Layout.Processes[innovation.Process].Inputs;
                for (int i = 0; i < inputs.Count; i++) _inputLeft[sector][i] *= inputs[i].Commodity == innovation.On ? left : 1.0;
                break;
            case InnovationEffect.Residue when state.Residues is { } residues:
                for (int i = 0; i < residues.Left.Length; i++)
                    residues.Left[i] *= residues.SourceSector[i] == sector && residues.SourceResidue[i] == innovation.On ? left : 1.0;
                break;
        }
    }

    private void Enable(ChainState state, Month month)
    {
        for (int i = 0; i < _enabled.Length; i++)
        {
            if (_book.Innovations[i] is not { Effect: InnovationEffect.Capacity, On: { } f }) continue;
            Facility facility = state.Layout.Facilities[f];
            if (month < facility.Starts || month >= facility.Ends) continue;
            double share = _research.Size[i] * _book.Adoption(i, facility.Region);
            state.Capacity[f] += _numbers.Capacity[f] * (share - _enabled[i]);
            _enabled[i] = share;
        }
    }
}
