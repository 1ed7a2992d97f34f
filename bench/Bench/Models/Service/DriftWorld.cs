using ProdSales.Learning.Data;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Service;

/// <summary>Open business of a company day by day: most of it stays from one day to the next, as open deals do, so that days resemble each other.</summary>
internal sealed class DriftWorld
{
    internal const int Subjects = 200;
    internal const int Columns = 15;

    private const double Stays = .98;
    private readonly MersenneTwister _random;
    private readonly double[][] _subjects;
    private bool _isShifted;

    /// <summary>Makes the world.</summary>
    /// <param name="seed">Decides everything.</param>
    internal DriftWorld(uint seed)
    {
        _random = new MersenneTwister(seed);
        _subjects = [.. Enumerable.Range(0, Subjects).Select(_ => New())];
    }

    /// <summary>From now on the first column is measured otherwise: nine tenths of a standard deviation higher.</summary>
    internal void Shift() => _isShifted = true;

    /// <summary>The rows of the next day.</summary>
    internal Table NextDay()
    {
        for (int at = 0; at < Subjects; at++)
        {
            _subjects[at] = Uniform() < Stays ? _subjects[at] : New();
        }

        return new Table([.. Enumerable.Range(0, Columns).Select(Column)]);
    }

    // Every third column is a category of six, every fifth has gaps, one is skewed.
    private TableColumn Column(int column)
    {
        double[] values = [.. _subjects.Select(subject => subject[column] + (_isShifted && column == 0 ? .9 : 0))];
        return column % 3 == 2
            ? TableColumn.OfCategories($"c{column}", [.. values.Select(value => $"k{Math.Clamp((int)Math.Floor((value * 1.2) + 3), 0, 5)}")])
            : TableColumn.OfNumbers($"c{column}", [.. values.Select(value => column % 5 == 4 && value > 1 ? double.NaN : column == 1 ? Math.Exp(value) : value)]);
    }

    private double[] New() => [.. Enumerable.Range(0, Columns).Select(_ => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform()))];

    private double Uniform() => (_random.Next() + .5) / 4294967296.0;
}
