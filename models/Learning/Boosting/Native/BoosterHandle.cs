using System.Runtime.InteropServices;

namespace ProdSales.Learning.Boosting.Native;

/// <summary>A booster of the library.</summary>
internal sealed class BoosterHandle : SafeHandle
{
    private BoosterHandle(nint booster)
        : base(0, ownsHandle: true) => SetHandle(booster);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>A new booster that keeps the predictions for some matrices as it grows; they must live as long as it does.</summary>
    internal static unsafe BoosterHandle Create(params ReadOnlySpan<MatrixHandle> matrices)
    {
        nint* known = stackalloc nint[matrices.Length];
        for (int at = 0; at < matrices.Length; at++)
        {
            known[at] = matrices[at].DangerousGetHandle();
        }

        XgBoostException.Check(LibXgBoost.BoosterCreate(known, (ulong)matrices.Length, out nint booster));
        return new BoosterHandle(booster);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => LibXgBoost.BoosterFree(handle) == 0;
}
