using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Works out what a change in the company brought: what was changed, before and after, less what befell what was not.</summary>
public static class Appraiser
{
    private const double DaysOfYear = 365;

    /// <summary>Appraises a change, or says why it cannot be done.</summary>
    /// <param name="model">The model that the benefits are of.</param>
    /// <param name="request">The change, its days and benefits.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    public static AppraisalOutcome Answer(SemanticModel model, AppraisalRequest request, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(connection);
        if (AppraisalRefusal.Of(request) is { } refusal)
        {
            return new(null, refusal);
        }

        AppraisalReading reading = new(model, request, connection, cancellationToken);
        FrozenBaselines frozen = new(request, connection, cancellationToken);
        AppraisedBenefit[] benefits = [.. request.Benefits.Select(benefit => Appraised(benefit, request, reading, frozen))];
        return new(new AppraisalAnswer { Request = request, Benefits = benefits, Sql = reading.Statements }, null);
    }

    private static AppraisedBenefit Appraised(Benefit benefit, AppraisalRequest request, AppraisalReading reading, FrozenBaselines frozen)
    {
        if (new[] { request.Treated, request.Control }.OfType<MemberFilter>().FirstOrDefault(side => !benefit.By.Contains(side.Dimension)) is { } beyond)
        {
            return new AppraisedBenefit { Benefit = benefit, Reason = new("dimension-not-appraised", benefit.Measure, beyond.Dimension.Name) };
        }

        (GroupValues treatedBefore, AppraisalReason? first) = reading.Read(benefit.Measure, request.Before, request.Treated);
        (GroupValues treatedAfter, AppraisalReason? second) = reading.Read(benefit.Measure, request.After, request.Treated);
        GroupValues? controlBefore = null;
        GroupValues? controlAfter = null;
        AppraisalReason? third = null;
        if (request.Control is { } control)
        {
            (controlBefore, third) = reading.Read(benefit.Measure, request.Before, control);
            (controlAfter, AppraisalReason? fourth) = reading.Read(benefit.Measure, request.After, control);
            third ??= fourth;
        }

        AppraisedBenefit found = new()
        {
            Benefit = benefit,
            Treated = (treatedBefore, treatedAfter),
            Control = controlBefore is { } before && controlAfter is { } after ? (before, after) : null,
            FrozenTreated = frozen.Of(benefit.Measure, "treated", request.Treated),
            FrozenControl = request.Control is { } other ? frozen.Of(benefit.Measure, "control", other) : null,
        };
        return (first ?? second ?? third) is { } reason ? found with { Reason = reason } : Valued(Estimated(found), request, reading);
    }

    private static AppraisedBenefit Estimated(AppraisedBenefit found)
    {
        (GroupValues before, GroupValues after) = found.Treated!.Value;
        double? moved = after.Whole - before.Whole;
        double? effect = found.Control is { } control ? moved - (control.After.Whole - control.Before.Whole) : moved;
        if (effect is not { } known)
        {
            return found with { Reason = new("no-data", found.Benefit.Measure, null) };
        }

        SortedDictionary<DateOnly, double> gapsBefore = DifferenceInDifferences.Gaps(before.Months, found.Control?.Before.Months);
        SortedDictionary<DateOnly, double> gapsAfter = DifferenceInDifferences.Gaps(after.Months, found.Control?.After.Months);
        return found with { Effect = known, Estimate = DifferenceInDifferences.Of(known, gapsBefore, gapsAfter), Placebo = DifferenceInDifferences.Placebo(gapsBefore) };
    }

    private static AppraisedBenefit Valued(AppraisedBenefit found, AppraisalRequest request, AppraisalReading reading)
    {
        if (found.Effect is null || !found.Benefit.HasWorth)
        {
            return found;
        }

        double worth = 1;
        foreach (WorthRate rate in found.Benefit.Rates)
        {
            if (!request.Rates.TryGetValue(rate.Name, out double stated))
            {
                return found with { Reason = new("rate-not-stated", null, rate.Name) };
            }

            worth *= stated;
        }

        int days = request.After.To.DayNumber - request.After.From.DayNumber + 1;
        foreach (Measure measure in found.Benefit.Worth)
        {
            (GroupValues values, AppraisalReason? reason) = reading.Read(measure, request.After, request.Treated);
            if (reason is not null || values.Whole is null)
            {
                return found with { Reason = reason ?? new("no-data", measure, null) };
            }

            worth *= measure.Additivity is Additivity.Additive ? values.Whole.Value * DaysOfYear / days : values.Whole.Value;
        }

        return found with { Worth = worth };
    }
}
