using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace ProdSales.Learning.Lifetimes;

/// <summary>
/// Customers without contracts who buy at their own rate until, after some purchase, they leave unseen (BG/NBD, Fader, Hardie and Lee 2005). Needs no labels.
/// </summary>
/// <param name="R">Shape of the buying rates over customers.</param>
/// <param name="Alpha">Scale of the buying rates, in the unit of the histories.</param>
/// <param name="A">First shape of the probability to leave after a purchase.</param>
/// <param name="B">Second shape of it.</param>
public sealed record BgNbd(double R, double Alpha, double A, double B)
{
    private const int MostSteps = 5000;

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="histories">At least one customer.</param>
    /// <param name="cancellation">Looked at in every evaluation.</param>
    /// <exception cref="ArgumentException">There is no customer, or a history is torn: the caller's bug.</exception>
    public static BgNbd Fit(IReadOnlyList<PurchaseHistory> histories, CancellationToken cancellation)
    {
        foreach (PurchaseHistory history in histories)
        {
            if (history is not { Repeats: >= 0, Recency: >= 0 } || !(history.Age >= history.Recency) || !double.IsFinite(history.Age))
            {
                throw new ArgumentException($"{history} is no history: repeats and recency are 0 or more, and the age is not below the recency.", nameof(histories));
            }
        }

        if (histories.Count == 0)
        {
            throw new ArgumentException("There is no customer to fit to.", nameof(histories));
        }

        // Customers with one history count once, with a weight: a sample of thousands has some hundreds of them.
        (PurchaseHistory History, int Count)[] weighted = [.. histories.GroupBy(history => history).Select(group => (group.Key, group.Count()))];
        double scale = Math.Max(1e-9, histories.Average(history => history.Age));
        IObjectiveFunction objective = ObjectiveFunction.Value(logs =>
        {
            cancellation.ThrowIfCancellationRequested();
            BgNbd tried = Of(logs, scale);
            return -weighted.Sum(pair => pair.Count * tried.LogLikelihood(pair.History)) / histories.Count + (1e-6 * logs.DotProduct(logs));
        });
        MinimizationResult result = NelderMeadSimplex.Minimum(objective, Vector<double>.Build.Dense([-1, -1, -.5, 0]), Vector<double>.Build.Dense(4, .3), 1e-9, MostSteps);
        return Of(result.MinimizingPoint, scale);
    }

    /// <summary>The probability that a customer has not left.</summary>
    /// <returns>0 to 1; 1 without repeats, for one leaves only after a purchase that was seen to be followed by none.</returns>
    public double Alive(PurchaseHistory history)
    {
        if (history.Repeats == 0)
        {
            return 1;
        }

        double odds = Math.Log(A / (B + history.Repeats - 1)) + ((R + history.Repeats) * Math.Log((Alpha + history.Age) / (Alpha + history.Recency)));
        return Evaluation.LogOdds.ToProbability(-odds);
    }

    /// <summary>The probability of no purchase in a span that begins now.</summary>
    /// <param name="history">What is known now.</param>
    /// <param name="span">The length, in the unit of the histories; 0 or above.</param>
    public double NoPurchase(PurchaseHistory history, double span)
    {
        double alive = Alive(history);
        double silent = Math.Pow((Alpha + history.Age) / (Alpha + history.Age + span), R + history.Repeats);
        return (1 - alive) + (alive * silent);
    }

    /// <summary>The expected number of purchases in a span that begins now.</summary>
    /// <param name="history">What is known now.</param>
    /// <param name="span">The length, in the unit of the histories; 0 or above.</param>
    public double ExpectedPurchases(PurchaseHistory history, double span)
    {
        double x = history.Repeats;
        double share = span / (Alpha + history.Age + span);
        double grown = Math.Pow((Alpha + history.Age) / (Alpha + history.Age + span), R + x) * Hypergeometric(R + x, B + x, A + B + x - 1, share);
        return (A + B + x - 1) / (A - 1) * (1 - grown) * Alive(history);
    }

    /// <summary>The logarithm of the likelihood of one history.</summary>
    public double LogLikelihood(PurchaseHistory history)
    {
        double x = history.Repeats;
        double common = SpecialFunctions.GammaLn(R + x) - SpecialFunctions.GammaLn(R) + (R * Math.Log(Alpha))
            + SpecialFunctions.GammaLn(A + B) + SpecialFunctions.GammaLn(B + x) - SpecialFunctions.GammaLn(B) - SpecialFunctions.GammaLn(A + B + x);
        double stayed = -(R + x) * Math.Log(Alpha + history.Age);
        if (history.Repeats == 0)
        {
            return common + stayed;
        }

        double left = Math.Log(A) - Math.Log(B + x - 1) - ((R + x) * Math.Log(Alpha + history.Recency));
        double most = Math.Max(stayed, left);
        return common + most + Math.Log(Math.Exp(stayed - most) + Math.Exp(left - most));
    }

    private static BgNbd Of(Vector<double> logs, double scale) => new(Bounded(logs[0]), Bounded(logs[1]) * scale, Bounded(logs[2]), Bounded(logs[3]));

    private static double Bounded(double log) => Math.Exp(Math.Clamp(log, -14, 14));

    /// <summary>Gauss's hypergeometric function by its series, which converges for 0 ≤ z below 1.</summary>
    private static double Hypergeometric(double a, double b, double c, double z)
    {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < 100_000 && Math.Abs(term) > 1e-14 * Math.Abs(sum); k++)
        {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
        }

        return sum;
    }
}
