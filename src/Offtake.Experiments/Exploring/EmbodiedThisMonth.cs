using Offtake.Experiments.Recording;
using Offtake.Simulation;

namespace Offtake.Experiments.Exploring;

/// <summary>What a unit of every commodity holds of the weighed stage this month (LED-3), worked out once for all who ask.</summary>
internal sealed class EmbodiedThisMonth(ChainLayout layout)
{
    private readonly EmbodiedGoods _goods = new(layout);
    private double[]? _tonnesPerUnit;

    /// <summary>Another month begins.</summary>
    public void Forget() => _tonnesPerUnit = null;

    /// <summary>Tonnes by commodity.</summary>
    public double[] TonnesPerUnit(ChainState state) => _tonnesPerUnit ??= _goods.TonnesPerUnit(state);
}
