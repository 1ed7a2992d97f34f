namespace ProdSales.Sources.Readers;

/// <summary>A source file cannot be read at all: it is absent, damaged, or not what it was said to be.</summary>
/// <param name="code">The stable code, in kebab case, one of <see cref="SourceFileCodes"/>.</param>
/// <param name="file">The name of the file.</param>
/// <param name="message">What is wrong, with the value and what is allowed.</param>
/// <param name="isTransient">Whether the same call may succeed when tried again, as when a file is still being written.</param>
/// <param name="inner">What the library below reported; null when nothing did.</param>
public sealed class SourceFileException(string code, string file, string message, bool isTransient = false, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Gets the stable code, one of <see cref="SourceFileCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>Gets the name of the file.</summary>
    public string File { get; } = file;

    /// <summary>Gets a value indicating whether the same call may succeed when tried again.</summary>
    public bool IsTransient { get; } = isTransient;
}
