using System.Globalization;
using ProdSales.Forecasting;
using ProdSales.Forecasting.Intervals;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Forecasting;

/// <summary>The forecasts as a table: one row a series and step, staged and then written whole.</summary>
internal sealed class ForecastTable : IDisposable
{
    private const string Staged = "forecasted";

    private readonly SeriesTable _series;
    private readonly ForecastRequest _request;
    private readonly ConformalFactors _factors;
    private readonly DuckDbConnection _connection;
    private readonly DuckDbTransaction _transaction;
    private readonly ChunkAppender _appender;
    private readonly ChunkWriter _chunk;
    private long _row;

    private ForecastTable(SeriesTable series, ForecastRequest request, ConformalFactors factors, DuckDbConnection connection)
    {
        (_series, _request, _factors, _connection) = (series, request, factors, connection);
        string bounds = string.Concat(request.Levels.Select(level => $", {Name("low", level)} DOUBLE, {Name("high", level)} DOUBLE"));
        _connection.Execute($"CREATE TABLE {Staged} (row_at BIGINT, series VARCHAR, step INTEGER, time VARCHAR, point DOUBLE{bounds}, demand_class VARCHAR, members VARCHAR, guards VARCHAR)");
        _transaction = _connection.BeginTransaction();
        _appender = ChunkAppender.ToTable(_transaction, Staged);
        _chunk = new ChunkWriter(_appender.Types);
    }

    /// <summary>Begins a table beside the series, over a connection of its own, so that series can be read meanwhile.</summary>
    internal static ForecastTable Begin(SeriesTable series, ForecastRequest request, ConformalFactors factors)
    {
        DuckDbConnection connection = new(series.Connection.ConnectionString);
        connection.Open();
        return new ForecastTable(series, request, factors, connection);
    }

    /// <summary>Takes up the forecast of a series.</summary>
    internal void Add(StagedSeries series, ForecastResult result)
    {
        string members = string.Join(';', result.Members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{member.Name}={member.Weight:0.####}")));
        string guards = string.Join(';', result.Guards.Select(guard => string.Create(CultureInfo.InvariantCulture, $"{guard.Code}:{guard.Count}")));
        double last = series.First + ((series.Values.Length - 1) * _series.Axis.Step);
        for (int step = 1; step <= result.Points.Count; step++)
        {
            int row = _chunk.Count;
            _chunk.Count = row + 1;
            _chunk.Values<long>(0)[row] = _row++;
            _chunk.SetText(1, row, series.Name);
            _chunk.Values<int>(2)[row] = step;
            _chunk.SetText(3, row, _series.Axis.Text(last + (step * _series.Axis.Step)));
            Set(4, row, result.Points[step - 1]);
            int column = 5;
            foreach (double level in _request.Levels)
            {
                Interval interval = _factors.Around(result, step, level / 100);
                Set(column++, row, interval.Low);
                Set(column++, row, interval.High);
            }

            _chunk.SetText(column++, row, Word(result.Class));
            _chunk.SetText(column++, row, members);
            _chunk.SetText(column, row, guards);
            if (_chunk.Count == ChunkWriter.Capacity)
            {
                Flush();
            }
        }
    }

    /// <summary>Writes the table to where it was asked for; a file appears whole or not at all.</summary>
    internal void Deliver(CancellationToken cancellation)
    {
        Flush();
        _appender.Close();
        _transaction.Commit();
        cancellation.ThrowIfCancellationRequested();
        bool isParquet = _request.Target?.Extension.Equals(".parquet", StringComparison.OrdinalIgnoreCase) is true;
        string written = Path.Combine(_series.Folder, isParquet ? "out.parquet" : "out.csv");
        string format = isParquet ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER";
        _connection.Execute($"COPY (SELECT * EXCLUDE (row_at) REPLACE (TRY_CAST(time AS {_series.Axis.ColumnType}) AS time) FROM {Staged} ORDER BY row_at) TO '{written.Replace("'", "''", StringComparison.Ordinal)}' ({format})");
        if (_request.Target is { } target)
        {
            File.Move(written, target.FullName, overwrite: true);
            return;
        }

        using FileStream text = File.OpenRead(written);
        using Stream output = Console.OpenStandardOutput();
        text.CopyTo(output);
    }

    /// <summary>Drops what was not delivered.</summary>
    public void Dispose()
    {
        _chunk.Dispose();
        _appender.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Flush()
    {
        _appender.Append(_chunk);
        _chunk.Reset();
    }

    private void Set(int column, int row, double value)
    {
        if (double.IsNaN(value))
        {
            _chunk.SetNull(column, row);
        }
        else
        {
            _chunk.Values<double>(column)[row] = value;
        }
    }

    private static string Word(DemandClass demand) => demand.ToString().ToLowerInvariant();

    private static string Name(string bound, double level) => string.Create(CultureInfo.InvariantCulture, $"\"{bound}_{level:0.###}\"");
}
