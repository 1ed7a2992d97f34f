namespace ProdSales.Learning.Trees;

/// <summary>Bytes are not the trees that they should be; whoever stored or changed them is at fault, and reading them again does not help.</summary>
public sealed class TreeFormatException : Exception
{
    internal TreeFormatException(string message)
        : base(message)
    {
    }

    internal TreeFormatException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
