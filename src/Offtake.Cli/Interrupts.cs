using System.Runtime.InteropServices;

namespace Offtake.Cli;

/// <summary>Ctrl-C and the request to terminate: the first one asks to stop, the second one ends the process at once.</summary>
public sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly PosixSignalRegistration[] _signals;

    /// <summary>Listens from now on.</summary>
    public Interrupts() =>
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    /// <summary>Asks for a stop that keeps what is whole.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Says that the process is about to end; there is time for a few deletions and no more.</summary>
    public CancellationToken Abort => _abort.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals) signal.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        bool isFirst = !_stop.IsCancellationRequested;

        // The second signal is left to the system, which ends the process.
        signal.Cancel = isFirst;
        (isFirst ? _stop : _abort).Cancel();
    }
}
