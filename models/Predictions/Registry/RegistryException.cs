namespace ProdSales.Predictions.Registry;

/// <summary>The registry cannot do what was asked; the message names the model and what is allowed.</summary>
public sealed class RegistryException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public RegistryException()
    {
        Code = "";
    }

    /// <summary>Makes one with a message.</summary>
    public RegistryException(string message)
        : base(message)
    {
        Code = "";
    }

    /// <summary>Makes one with a message and what led to it.</summary>
    public RegistryException(string message, Exception innerException)
        : base(message, innerException)
    {
        Code = "";
    }

    /// <summary>Makes one with a stable code.</summary>
    /// <param name="code">A kebab-case code: <c>model-unknown</c>, <c>no-earlier-champion</c>, <c>model-bytes</c>.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="about">The model or the prediction that it is about.</param>
    /// <param name="innerException">What led to it; null for nothing.</param>
    public RegistryException(string code, string message, string about, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        About = about;
    }

    /// <summary>Gets the stable code.</summary>
    public string Code { get; }

    /// <summary>Gets the model or the prediction that it is about; null when nobody said.</summary>
    public string? About { get; }
}
