using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>What a field of the contract stands for in the model; attached to its definition.</summary>
internal abstract record FieldRole;

/// <summary>A subject: a root field.</summary>
internal sealed record SubjectRole(Subject Subject) : FieldRole;

/// <summary>The rows behind a number: a root field.</summary>
internal sealed record RowsRole : FieldRole;

/// <summary>The first rows behind a number in each row of a cut.</summary>
internal sealed record NestedRowsRole(SemanticModel Model) : FieldRole;

/// <summary>The whole period.</summary>
internal sealed record TotalRole : FieldRole;

/// <summary>One row for each member.</summary>
internal sealed record DimensionCutRole(Dimension Dimension) : FieldRole;

/// <summary>One row for each step of time.</summary>
internal sealed record TimeCutRole : FieldRole;

/// <summary>A measure.</summary>
internal sealed record MeasureRole(Measure Measure) : FieldRole;

/// <summary>How far the target of a measure is met.</summary>
internal sealed record StatusRole(Measure Measure) : FieldRole;

/// <summary>The name or the id of a member.</summary>
internal sealed record NameRole(CutField Field) : FieldRole;

/// <summary>The first day of a step of time.</summary>
internal sealed record PeriodRole : FieldRole;

/// <summary>The measures of another period.</summary>
internal sealed record CompareRole : FieldRole;

/// <summary>The targets that were stated for measures.</summary>
internal sealed record TargetsRole : FieldRole;

/// <summary>The target that was stated for a measure.</summary>
internal sealed record TargetRole(Measure Measure) : FieldRole;

/// <summary>The value of a target, or how far it is met.</summary>
internal sealed record TargetPartRole(TargetPart Part) : FieldRole;

/// <summary>Whether rows were ever loaded, and of which days.</summary>
internal sealed record RecordRole(RecordFact Fact) : FieldRole;

/// <summary>What is asked about the rows on record.</summary>
internal enum RecordFact
{
    IsConnected,
    FirstDate,
    LastDate,
}
