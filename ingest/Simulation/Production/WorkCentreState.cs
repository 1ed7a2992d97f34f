using ProdSales.Simulation.Masters;

namespace ProdSales.Simulation.Production;

/// <summary>A work centre with its queue, worked off by due date within the minutes of the day.</summary>
internal sealed class WorkCentreState(
    string id, string name, ProductionLine line, double hourlyCost, IReadOnlyList<Person> operators, double longestUnit)
{
    /// <summary>Days of usual work from which a queue is long.</summary>
    private const double LongQueue = 1.3;

    /// <summary>Machines a day for which even a shop that is far smaller opens when they wait.</summary>
    private const int SmallShopMachines = 4;

    /// <summary>Minutes opened for a minute of work, because machines stand still at times.</summary>
    private const double Slack = 1.25;

    /// <summary>Machines for which flexible hours can be saved up.</summary>
    private const int MostSavedMachines = 8;

    private readonly PriorityQueue<Job, (int Due, long Number)> _queue = new();
    private Job? _current;
    private double _saved;

    internal string Id { get; } = id;

    internal string Name { get; } = name;

    internal ProductionLine Line { get; } = line;

    /// <summary>Gets the cost of an hour in CNY.</summary>
    internal double HourlyCost { get; } = hourlyCost;

    internal IReadOnlyList<Person> Operators { get; } = operators;

    /// <summary>Gets or sets the minutes planned for an ordinary workday of this year.</summary>
    internal double UsualMinutes { get; set; }

    /// <summary>Gets or sets the places that can work at the same time.</summary>
    internal int Lanes { get; set; } = 1;

    /// <summary>Gets the minutes of work in the queue.</summary>
    internal double QueuedMinutes { get; private set; }

    internal WorkCentreAccount Today { get; } = new();

    /// <summary>Opens for a workday: for the usual minutes, less those that flexible hours can save for later when little waits, more by
    /// saved ones when much waits, at least for one machine that waits, and with a long queue for overtime.</summary>
    /// <returns>The minutes planned.</returns>
    internal double Open()
    {
        double waiting = QueuedMinutes * Slack;
        double change = Math.Clamp(waiting - UsualMinutes, _saved - (longestUnit * MostSavedMachines), _saved);
        change = Math.Max(change, -UsualMinutes);
        _saved -= change;
        double oneMachine = Math.Min(waiting, longestUnit * Slack);
        double overtime = QueuedMinutes > UsualMinutes * LongQueue
            ? Math.Min(QueuedMinutes * 0.6, Math.Max(UsualMinutes * 1.25, longestUnit * SmallShopMachines))
            : 0;
        return Math.Max(UsualMinutes + change, Math.Max(oneMachine, overtime));
    }

    internal void Enqueue(Job job)
    {
        QueuedMinutes += job.Left;
        Today.RequiredMinutes += job.StandardMinutes;
        _queue.Enqueue(job, (job.Run.Due.DayNumber, job.Run.Number));
    }

    /// <summary>Works on the job begun, or the most urgent one, for at most the minutes that are left.</summary>
    /// <returns>The job and the minutes worked on it; null when the queue is empty.</returns>
    internal (Job Job, double Worked)? WorkOn(double minutes)
    {
        if (_current is null && !_queue.TryDequeue(out _current, out _))
        {
            return null;
        }

        Job job = _current;
        double worked = Math.Min(minutes, job.Left);
        double setup = job.Work(worked);
        Today.SetupMinutes += setup;
        Today.RunMinutes += worked - setup;
        QueuedMinutes -= worked;
        _current = job.IsDone ? null : job;
        return (job, worked);
    }
}
