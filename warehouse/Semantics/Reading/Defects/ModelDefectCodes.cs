namespace ProdSales.Semantics;

/// <summary>The stable codes of what keeps a model from being compiled.</summary>
public static class ModelDefectCodes
{
    /// <summary>A name that SQL could not take as it is.</summary>
    public const string BadName = "bad-name";

    /// <summary>A name that would stand twice in the GraphQL contract.</summary>
    public const string ContractNameTaken = "contract-name-taken";

    /// <summary>The model makes no GraphQL contract.</summary>
    public const string ContractRefused = "contract-refused";

    /// <summary>A measure cannot be cut by a dimension that it is to be cut by.</summary>
    public const string DimensionNotReached = "dimension-not-reached";

    /// <summary>Members of a dimension are named by ids that they do not have.</summary>
    public const string DimensionWithoutId = "dimension-without-id";

    /// <summary>A fact names neither a table nor a statement, or both.</summary>
    public const string FactWithoutRows = "fact-without-rows";

    /// <summary>A file or the folder cannot be read, is too large, or is no UTF-8.</summary>
    public const string FileUnreadable = "file-unreadable";

    /// <summary>A formula needs itself.</summary>
    public const string FormulaCycle = "formula-cycle";

    /// <summary>A formula puts in more measures than one may.</summary>
    public const string FormulaTooLarge = "formula-too-large";

    /// <summary>A formula or a condition cannot be read.</summary>
    public const string FormulaUnreadable = "formula-unreadable";

    /// <summary>A role masks a measure that can be worked out from measures which it may see.</summary>
    public const string MaskComputable = "mask-computable";

    /// <summary>A measure tells a masked column through a view of its table.</summary>
    public const string MaskToldByView = "mask-told-by-view";

    /// <summary>Something that must be said is not.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>A name that statements give to columns of their own.</summary>
    public const string NameReserved = "name-reserved";

    /// <summary>A name is given twice.</summary>
    public const string NameTaken = "name-taken";

    /// <summary>A benefit rests on a measure of which neither way is good.</summary>
    public const string NeitherWayIsGood = "neither-way-is-good";

    /// <summary>Something other than a list stands where one belongs.</summary>
    public const string NotAList = "not-a-list";

    /// <summary>Something other than a mapping stands where one belongs.</summary>
    public const string NotAMapping = "not-a-mapping";

    /// <summary>A text that names no measure stands where one belongs.</summary>
    public const string NotAMeasure = "not-a-measure";

    /// <summary>The rows of a fact are told by something other than one SELECT.</summary>
    public const string NotASelect = "not-a-select";

    /// <summary>Something other than a text stands where one belongs.</summary>
    public const string NotAText = "not-a-text";

    /// <summary>A formula says what another measure says.</summary>
    public const string NumberDefinedTwice = "number-defined-twice";

    /// <summary>A rollup names no measure that it can hold.</summary>
    public const string RollupHoldsNothing = "rollup-holds-nothing";

    /// <summary>A measure does not add up from kept sums.</summary>
    public const string RollupNotAdditive = "rollup-not-additive";

    /// <summary>Kept sums could differ from those of the rows.</summary>
    public const string RollupNotExact = "rollup-not-exact";

    /// <summary>Nothing would keep the sums of a rollup.</summary>
    public const string RollupNotKept = "rollup-not-kept";

    /// <summary>A rule for rows has no test, or several.</summary>
    public const string RowRuleUnclear = "row-rule-unclear";

    /// <summary>A minimum sample is demanded of a formula that does not say what its cases are.</summary>
    public const string SampleUnclear = "sample-unclear";

    /// <summary>The engine refuses the statement of a measure.</summary>
    public const string StatementRefused = "statement-refused";

    /// <summary>It cannot be told when a target is met.</summary>
    public const string TargetUnclear = "target-unclear";

    /// <summary>A table has no such column.</summary>
    public const string UnknownColumn = "unknown-column";

    /// <summary>There is no such dimension.</summary>
    public const string UnknownDimension = "unknown-dimension";

    /// <summary>There is no such fact.</summary>
    public const string UnknownFact = "unknown-fact";

    /// <summary>A key that means nothing where it stands.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>There is no such measure.</summary>
    public const string UnknownMeasure = "unknown-measure";

    /// <summary>A name that is no rate.</summary>
    public const string UnknownRate = "unknown-rate";

    /// <summary>A table, or the rows of a fact, cannot be read.</summary>
    public const string UnknownTable = "unknown-table";

    /// <summary>A value is none of those that are allowed.</summary>
    public const string ValueNotAllowed = "value-not-allowed";

    /// <summary>A window does not go with its fact or its aggregate.</summary>
    public const string WindowNotAllowed = "window-not-allowed";

    /// <summary>A column is of another type than its use asks for.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>A file holds something other than one mapping.</summary>
    public const string YamlNotAMapping = "yaml-not-a-mapping";

    /// <summary>A file nests deeper than is read.</summary>
    public const string YamlTooDeep = "yaml-too-deep";

    /// <summary>A file is no YAML.</summary>
    public const string YamlUnreadable = "yaml-unreadable";
}
