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

    private readonly PriorityQueue<Job, (int Due, long Number)> _queue = new();
    private Job? _current;

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

    /// <summary>The minutes opened for a workday: the usual ones, at least those of one machine that waits, and with a long queue
    /// overtime.</summary>
    internal double PlannedMinutes
    {
        get
        {
            double oneMachine = Math.Min(QueuedMinutes, longestUnit);
            double overtime = QueuedMinutes > UsualMinutes * LongQueue
                ? Math.Min(QueuedMinutes * 0.6, Math.Max(UsualMinutes * 1.25, longestUnit * SmallShopMachines))
                : 0;
            return Math.Max(UsualMinutes, Math.Max(oneMachine, overtime));
        }
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
