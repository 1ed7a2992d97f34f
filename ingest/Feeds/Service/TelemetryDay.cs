namespace ProdSales.Feeds;

/// <summary>One signal of one device on one day.</summary>
[Feed("telemetry_day", FeedKind.Fact, "设备遥测日", BusinessDate = nameof(Day))]
public sealed record TelemetryDay : FeedRow
{
    /// <summary>Day.</summary>
    [Column("日期")]
    public required DateOnly Day { get; init; }

    /// <summary>Device.</summary>
    [Column("设备", References = typeof(Device))]
    public required string DeviceId { get; init; }

    /// <summary>Signal, as in battery temperature.</summary>
    [Column("信号")]
    public required string Signal { get; init; }

    /// <summary>Unit of the signal, as in °C.</summary>
    [Column("信号单位")]
    public string? SignalUnit { get; init; }

    /// <summary>Samples of the day.</summary>
    [Column("样本数", Unit = Units.Count, Min = 0)]
    public required long Samples { get; init; }

    /// <summary>Smallest sample; null when there was none.</summary>
    [Column("最小值", Unit = Units.Signal)]
    public double? Minimum { get; init; }

    /// <summary>Largest sample; null when there was none.</summary>
    [Column("最大值", Unit = Units.Signal)]
    public double? Maximum { get; init; }

    /// <summary>Mean of the samples; null when there was none.</summary>
    [Column("平均值", Unit = Units.Signal)]
    public double? Mean { get; init; }

    /// <summary>Times that it left its limits.</summary>
    [Column("告警次数", Unit = Units.Count, Min = 0)]
    public long? Alarms { get; init; }
}
