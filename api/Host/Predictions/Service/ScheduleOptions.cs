using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Predictions.Service;

namespace ProdSales.Host.Predictions.Service;

/// <summary>What a server does with predictions by itself.</summary>
internal sealed class ScheduleOptions
{
    private const int MostDays = 365;

    private readonly Option<int> _retrainDays = new("--retrain-days")
    {
        Description = "Days of data after which a prediction is trained anew; 0 trains nothing that nobody asks for.",
        DefaultValueFactory = _ => new ScheduleSettings().RetrainDays,
    };

    private readonly Option<bool> _isByHand = new("--judge-by-hand") { Description = "Lets no challenger serve that nobody promoted." };

    private readonly Option<bool> _isOff = new("--no-schedule") { Description = "Trains, scores and judges nothing that nobody asks for." };

    internal ScheduleOptions(Command command)
    {
        command.Add(_retrainDays);
        command.Add(_isByHand);
        command.Add(_isOff);
    }

    /// <summary>The settings of a command line.</summary>
    /// <exception cref="RefusedException">The days are out of range.</exception>
    internal ScheduleSettings Of(ParseResult parsed)
    {
        int days = parsed.GetValue(_retrainDays);
        if (days is < 0 or > MostDays)
        {
            throw new RefusedException("option-out-of-range", ("option", _retrainDays.Name), ("value", days), ("low", 0), ("high", MostDays));
        }

        return parsed.GetValue(_isOff) ? ScheduleSettings.Nothing : new ScheduleSettings { RetrainDays = days, IsJudging = !parsed.GetValue(_isByHand) };
    }
}
