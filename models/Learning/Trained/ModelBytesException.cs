namespace ProdSales.Learning.Trained;

/// <summary>Stored bytes are not a model; reading them again does not help, another copy or training anew does.</summary>
public sealed class ModelBytesException : Exception
{
    internal ModelBytesException(string code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    /// <summary>Gets a stable kebab-case code: <c>model-format</c>, <c>model-changed</c>, <c>model-unreadable</c>.</summary>
    public string Code { get; }
}
