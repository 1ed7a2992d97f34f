using System.Globalization;
using ProdSales.Learning.Boosting.Native;
using ProdSales.Learning.Features;

namespace ProdSales.Learning.Boosting;

/// <summary>Trees that the library grows, and what it says of rows. Not for several threads at once.</summary>
public sealed class Booster : IDisposable
{
    private const string ToMargins = """{"type": 1, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": false}""";
    private const string ToContributions = """{"type": 2, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": true}""";
    private readonly BoosterHandle _booster;
    private readonly MatrixHandle? _training;
    private readonly MatrixHandle? _watched;
    private readonly int _features;

    private Booster(BoosterHandle booster, MatrixHandle? training, MatrixHandle? watched, int features) =>
        (_booster, _training, _watched, _features) = (booster, training, watched, features);

    /// <summary>Gets the number of trees.</summary>
    public int Rounds { get; private set; }

    /// <summary>Takes rows to grow trees from; none is grown yet.</summary>
    /// <param name="features">The features of the rows.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="settings">How trees are grown.</param>
    /// <param name="attributes">What the saved trees tell of their origin, as the version of the data.</param>
    /// <param name="watched">Rows whose log-odds are asked again and again while trees grow; null when there are none.</param>
    /// <exception cref="ArgumentException">A setting is out of its range or unknown: the caller's bug.</exception>
    /// <exception cref="XgBoostException">The library is not there, or failed.</exception>
    public static Booster Start(FeatureMatrix features, bool[] labels, BoostingSettings settings, IReadOnlyDictionary<string, string> attributes, FeatureMatrix? watched = null)
    {
        RequireLibrary();
        (string Name, string Value)[] parameters = [.. BoosterParameters.Of(settings, features.Columns)];
        MatrixHandle matrix = MatrixHandle.Of(features.ToSingles(), features.Rows, features.Columns, labels);
        MatrixHandle? seen = watched is null ? null : MatrixHandle.Of(watched.ToSingles(), watched.Rows, watched.Columns, null);
        Booster booster = new(seen is null ? BoosterHandle.Create(matrix) : BoosterHandle.Create(matrix, seen), matrix, seen, features.Columns);
        foreach ((string name, string value) in parameters)
        {
            XgBoostException.Check(LibXgBoost.BoosterSetParameter(booster._booster, name, value));
        }

        foreach ((string name, string value) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            XgBoostException.Check(LibXgBoost.BoosterSetAttribute(booster._booster, name, value));
        }

        return booster;
    }

    /// <summary>Loads saved trees.</summary>
    /// <param name="json">Bytes of <see cref="Save"/>.</param>
    /// <param name="features">The number of features that they were grown from.</param>
    /// <exception cref="XgBoostException">The library is not there, or cannot read the bytes.</exception>
    public static unsafe Booster Load(ReadOnlySpan<byte> json, int features)
    {
        RequireLibrary();
        Booster booster = new(BoosterHandle.Create(), null, null, features);
        fixed (byte* start = json)
        {
            XgBoostException.Check(LibXgBoost.BoosterLoad(booster._booster, start, (ulong)json.Length));
        }

        XgBoostException.Check(LibXgBoost.BoosterSetParameter(booster._booster, "nthread", "1"));
        return booster;
    }

    /// <summary>Grows trees, one a round.</summary>
    /// <param name="rounds">How many more.</param>
    /// <param name="cancellation">Looked at before every tree.</param>
    public void Grow(int rounds, CancellationToken cancellation)
    {
        MatrixHandle training = _training ?? throw new InvalidOperationException("Loaded trees do not grow.");
        for (int round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            XgBoostException.Check(LibXgBoost.BoosterUpdate(_booster, Rounds, training));
            Rounds++;
        }
    }

    /// <summary>The log-odds of the watched rows by the trees so far; only what new trees add is worked out.</summary>
    public float[] WatchedMargins() => Predict(_watched ?? throw new InvalidOperationException("No rows are watched."), ToMargins);

    /// <summary>The log-odds of rows.</summary>
    /// <exception cref="ArgumentException">The rows have another number of features, which the library would take without a word.</exception>
    public float[] Margins(FeatureMatrix rows) => PredictNew(rows, ToMargins);

    /// <summary>What each feature adds to the log-odds of rows (TreeSHAP), with the bias behind them: rows × (features + 1), row-major.</summary>
    /// <exception cref="ArgumentException">The rows have another number of features.</exception>
    public float[] Contributions(FeatureMatrix rows) => PredictNew(rows, ToContributions);

    /// <summary>The trees as JSON: the same bytes for the same rows, settings and attributes.</summary>
    public unsafe byte[] Save()
    {
        XgBoostException.Check(LibXgBoost.BoosterSave(_booster, """{"format": "json"}""", out ulong length, out byte* bytes));
        return new ReadOnlySpan<byte>(bytes, checked((int)length)).ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _booster.Dispose();
        _training?.Dispose();
        _watched?.Dispose();
    }

    private float[] PredictNew(FeatureMatrix rows, string settings)
    {
        if (rows.Columns != _features)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The rows have {rows.Columns} features; the trees were grown from {_features}."), nameof(rows));
        }

        using MatrixHandle matrix = MatrixHandle.Of(rows.ToSingles(), rows.Rows, rows.Columns, null);
        return Predict(matrix, settings);
    }

    /// <summary>Predicts, and copies at once what the library gives, for the next call overwrites it.</summary>
    private unsafe float[] Predict(MatrixHandle matrix, string settings)
    {
        XgBoostException.Check(LibXgBoost.BoosterPredict(_booster, matrix, settings, out ulong* shape, out ulong dimensions, out float* result));
        ulong length = 1;
        for (ulong at = 0; at < dimensions; at++)
        {
            length *= shape[at];
        }

        return new ReadOnlySpan<float>(result, checked((int)length)).ToArray();
    }

    private static void RequireLibrary()
    {
        if (XgBoostLibrary.Installed.Problem is { } problem)
        {
            throw new XgBoostException(problem);
        }
    }
}
