using System.Runtime.InteropServices;

namespace ProdSales.Learning.Boosting.Native;

/// <summary>A matrix of the library; it copied its values, and must live as long as a booster trains on it.</summary>
internal sealed class MatrixHandle : SafeHandle
{
    internal MatrixHandle(nint matrix)
        : base(0, ownsHandle: true) => SetHandle(matrix);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Copies features into a matrix of the library.</summary>
    /// <param name="values">rows × columns, row-major; NaN is missing.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of features.</param>
    /// <param name="labels">One a row; null for rows that are only predicted.</param>
    internal static unsafe MatrixHandle Of(float[] values, int rows, int columns, bool[]? labels)
    {
        nint matrix;
        fixed (float* start = values)
        {
            XgBoostException.Check(LibXgBoost.MatrixCreate(start, (ulong)rows, (ulong)columns, float.NaN, out matrix));
        }

        MatrixHandle made = new(matrix);
        if (labels is not null)
        {
            fixed (float* start = Array.ConvertAll(labels, label => label ? 1f : 0f))
            {
                XgBoostException.Check(LibXgBoost.MatrixSetFloats(made, "label", start, (ulong)labels.Length));
            }
        }

        return made;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => LibXgBoost.MatrixFree(handle) == 0;
}
