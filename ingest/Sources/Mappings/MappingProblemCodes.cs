namespace ProdSales.Sources.Mappings;

/// <summary>What can be wrong with a mapping. The codes are stable; a file that cannot be read brings the code of its reader.</summary>
public static class MappingProblemCodes
{
    /// <summary>The text is no YAML.</summary>
    public const string YamlSyntax = "yaml-syntax";

    /// <summary>A key holds a list where it needs keys, or the like.</summary>
    public const string WrongShape = "wrong-shape";

    /// <summary>The YAML uses an alias.</summary>
    public const string Alias = "alias";

    /// <summary>A key or a table stands twice.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A key has no meaning where it stands.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>A key that is needed is absent, or two stand where one is needed.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>A key does not fit the type of its column.</summary>
    public const string MisplacedKey = "misplaced-key";

    /// <summary>A constant, a default, the target of a map or the value of a key is not allowed.</summary>
    public const string BadValue = "bad-value";

    /// <summary>A column names a value map that is not declared.</summary>
    public const string UnknownMap = "unknown-map";

    /// <summary>An entry or a derived table reads a table that is not declared.</summary>
    public const string UnknownTable = "unknown-table";

    /// <summary>A derived table reads itself, perhaps through others.</summary>
    public const string CircularTable = "circular-table";

    /// <summary>There is no feed of that name.</summary>
    public const string UnknownFeed = "unknown-feed";

    /// <summary>The feed has no column of that name.</summary>
    public const string UnknownFeedColumn = "unknown-feed-column";

    /// <summary>A required column of the feed is not filled.</summary>
    public const string MissingRequiredColumn = "missing-required-column";

    /// <summary>Amounts in another currency than the group's have no booking rate.</summary>
    public const string ExchangeRateMissing = "exchange-rate-missing";

    /// <summary>An expression names a column that the staged tables do not have.</summary>
    public const string UnknownColumn = "unknown-column";

    /// <summary>An expression yields a type that cannot become the feed column's, or a condition is none.</summary>
    public const string BadType = "bad-type";

    /// <summary>DuckDB cannot parse or bind the SQL.</summary>
    public const string BadSql = "bad-sql";

    /// <summary>SQL of the mapping that stands outside columns fails on a row.</summary>
    public const string SqlFailed = "sql-failed";

    /// <summary>A folder of feeds holds two files for one feed.</summary>
    public const string FileTwice = "file-twice";
}
