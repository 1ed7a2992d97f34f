using System.Globalization;
using ProdSales.Learning.Boosting;
using ProdSales.Learning.Data;
using ProdSales.Learning.Features;
using ProdSales.Learning.Features.Terms;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Trained;

namespace ProdSales.Learning.Selection;

/// <summary>Grows trees; their depth and number are chosen by the folds.</summary>
internal sealed class BoostingTraining(LearnData data, LearnSettings settings)
{
    private const int Step = 20;
    private const int Patience = 5;
    private const int ManyCases = 15_000;
    private readonly HashSet<string> _followed = [.. settings.Monotone.Keys];

    /// <summary>The log-odds of every tested row by all settings and numbers of trees.</summary>
    internal IReadOnlyList<Option<BoostingSettings>> OutOfFolds(Split[] splits, CancellationToken cancellation) =>
    [
        .. Candidates().SelectMany(candidate => Grow(candidate, splits, cancellation)
            .Select((margins, step) => new Option<BoostingSettings>(candidate with { Rounds = (step + 1) * Step }, margins))),
    ];

    /// <summary>Grows from all rows.</summary>
    internal TreePart Fit(BoostingSettings best, CancellationToken cancellation)
    {
        FeaturePlan plan = PlanBuilder.ForTrees(data.Features, _followed);
        Dictionary<string, string> attributes = new(settings.Lineage, StringComparer.Ordinal)
        {
            ["prodsales_features"] = plan.Hash(),
            ["prodsales_seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
            ["prodsales_rows"] = data.Labels.Length.ToString(CultureInfo.InvariantCulture),
        };
        using Booster booster = Booster.Start(plan.Encode(data.Features), data.Labels, Following(best, plan), attributes);
        booster.Grow(best.Rounds, cancellation);
        return new TreePart(plan, System.Text.Encoding.UTF8.GetString(booster.Save()), best.Depth, best.Rounds);
    }

    /// <summary>Shallow trees for few cases, deeper ones for many: what depth is worth is seen only with cases to fill the leaves. Rows of one group are one case; where few groups have
    /// many rows, deep trees are tried too if that is wanted, each of them on so few rows and features that none learns a group by heart.</summary>
    private BoostingSettings[] Candidates()
    {
        BoostingSettings basis = new() { Seed = (int)(settings.Seed % int.MaxValue), Threads = settings.Threads };
        int own = data.Groups is { } groups ? groups.Distinct(StringComparer.Ordinal).Count() : data.Labels.Length;
        if (own >= ManyCases)
        {
            return [basis with { Depth = 5, LearningRate = .05, LeastLeaf = 10, Rounds = 1000 }];
        }

        BoostingSettings[] shallow = [basis with { Depth = 2, Rounds = 800 }, basis with { Depth = 3 }];
        return settings.OffersDeepTrees && data.Labels.Length >= ManyCases
            ? [.. shallow, basis with { Depth = 5, LearningRate = .03, LeastLeaf = 10, RowShare = .5, FeatureShare = .4, Rounds = 1000 }]
            : shallow;
    }

    private BoostingSettings Following(BoostingSettings given, FeaturePlan plan) => given with
    {
        Directions =
        [
            .. plan.Terms.Select(term => term is NumberTerm && settings.Monotone.TryGetValue(term.Column, out int direction) ? Math.Sign(direction) : 0),
        ],
    };

    /// <summary>The log-odds of all tested rows after every step; a fold that gets no better keeps what it had.</summary>
    private List<double[]> Grow(BoostingSettings candidate, Split[] splits, CancellationToken cancellation)
    {
        List<List<float[]>> folds = [.. splits.Select(split => GrowFold(candidate, split, cancellation))];
        List<double[]> steps = [];
        for (int step = 0; step < folds.Max(fold => fold.Count); step++)
        {
            double[] margins = new double[data.Labels.Length];
            for (int fold = 0; fold < folds.Count; fold++)
            {
                float[] reached = folds[fold][Math.Min(step, folds[fold].Count - 1)];
                for (int row = 0; row < reached.Length; row++)
                {
                    margins[splits[fold].Test[row]] = reached[row];
                }
            }

            steps.Add(margins);
        }

        return steps;
    }

    private List<float[]> GrowFold(BoostingSettings candidate, Split split, CancellationToken cancellation)
    {
        Table train = data.Features.Take(split.Train);
        FeaturePlan plan = PlanBuilder.ForTrees(train, _followed);
        bool[] labels = [.. split.Train.Select(row => data.Labels[row])];
        bool[] outcomes = [.. split.Test.Select(row => data.Labels[row])];
        int[] all = [.. Enumerable.Range(0, outcomes.Length)];
        using Booster booster = Booster.Start(
            plan.Encode(train), labels, Following(candidate, plan), new Dictionary<string, string>(StringComparer.Ordinal), plan.Encode(data.Features.Take(split.Test)));
        List<float[]> reached = [];
        double least = double.PositiveInfinity;
        int since = 0;
        while (booster.Rounds < candidate.Rounds && since < Patience)
        {
            booster.Grow(Step, cancellation);
            reached.Add(booster.WatchedMargins());
            double loss = OutOfFold.Loss(Array.ConvertAll(reached[^1], margin => (double)margin), outcomes, all);
            (least, since) = loss < least ? (loss, 0) : (least, since + 1);
        }

        return reached;
    }
}
