using System.Linq.Expressions;
using System.Reflection;

namespace ProdSales.Simulation.Files;

/// <summary>The file of one feed: a header with the names of its columns, then one record a row.</summary>
internal sealed class FeedFile : IDisposable
{
    private readonly CsvBuffer _csv;
    private readonly Action<FeedRow, CsvBuffer> _write;

    internal FeedFile(string folder, Feed feed)
    {
        _csv = new CsvBuffer(new FileStream(Path.Combine(folder, $"{feed.Name}.csv"), FileMode.Create, FileAccess.Write, FileShare.Read, 1));
        _write = WriterOf(feed);
        foreach (FeedColumn column in feed.Columns)
        {
            _csv.Write(column.Name);
        }

        _csv.EndRecord();
    }

    /// <summary>Gets the rows written, the header not counted.</summary>
    internal long RowCount { get; private set; }

    internal void Add(FeedRow row)
    {
        _write(row, _csv);
        _csv.EndRecord();
        RowCount++;
    }

    public void Dispose() => _csv.Dispose();

    private static Action<FeedRow, CsvBuffer> WriterOf(Feed feed)
    {
        ParameterExpression row = Expression.Parameter(typeof(FeedRow));
        ParameterExpression csv = Expression.Parameter(typeof(CsvBuffer));
        Expression typed = Expression.Convert(row, feed.RecordType);
        IEnumerable<Expression> fields = feed.Columns.Select(column => Field(Expression.Property(typed, column.Property), csv));
        return Expression.Lambda<Action<FeedRow, CsvBuffer>>(Expression.Block(fields), row, csv).Compile();
    }

    private static MethodCallExpression Field(MemberExpression value, ParameterExpression csv)
    {
        Type type = value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? typeof(Nullable<>).MakeGenericType(value.Type)
            : value.Type;
        MethodInfo write = typeof(CsvBuffer).GetMethod(nameof(CsvBuffer.Write), BindingFlags.Instance | BindingFlags.NonPublic, [type])!;
        return Expression.Call(csv, write, Expression.Convert(value, type));
    }
}
