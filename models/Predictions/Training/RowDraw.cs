using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProdSales.Predictions.Frames;

namespace ProdSales.Predictions.Training;

/// <summary>A lot for each row of a frame that depends on nothing but its subject and day: the same rows are drawn from the same data, wherever and in whatever order they are read.</summary>
internal static class RowDraw
{
    /// <summary>A frame of about as many rows as asked for, each as likely as any other, so that no row need be weighed; the frame itself where it is not larger.</summary>
    internal static Frame Sample(Frame frame, int most)
    {
        if (frame.Rows.Count <= most)
        {
            return frame;
        }

        double share = (double)most / frame.Rows.Count;
        return frame.Take([.. Enumerable.Range(0, frame.Rows.Count).Where(row => Lot(frame.Rows[row]) < share)]);
    }

    /// <summary>The earliest row of each subject, in the order of the frame: rows of one deal at the ends of several months tell nearly the same.</summary>
    internal static int[] FirstOfEachSubject(Frame frame) =>
        [.. Enumerable.Range(0, frame.Rows.Count).DistinctBy(row => (frame.Rows[row].SourceSystem, frame.Rows[row].SubjectId))];

    private static double Lot(FrameRow row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.SourceSystem}\u001f{row.SubjectId}\u001f{row.AsOf:yyyy-MM-dd}")), hash);
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) / (double)(1UL << 53);
    }
}
