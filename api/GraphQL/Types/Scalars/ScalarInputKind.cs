namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>What an input value was written as.</summary>
public enum ScalarInputKind
{
    /// <summary>A whole number; in variables also one such as <c>1.0</c> or <c>1e3</c>, given in plain digits.</summary>
    Integer,

    /// <summary>A number with a fraction, or written with an exponent in a literal.</summary>
    Float,

    /// <summary>A string.</summary>
    String,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A bare name; only literals have these.</summary>
    Enum,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,
}
