using System.Security.Cryptography;
using System.Text.Json;
using ProdSales.Learning.Trees;

namespace ProdSales.Learning.Trained;

/// <summary>A model as bytes and back: one line with format and sha-256, then JSON. The same model gives the same bytes.</summary>
public static class ModelBytes
{
    private const string Format = "prodsales-model 1 ";
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        MaxDepth = 32,
    };

    /// <summary>The bytes of a model.</summary>
    public static byte[] Write(TrainedModel model)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(model, Options);
        return [.. System.Text.Encoding.ASCII.GetBytes($"{Format}{Hash(json)}\n"), .. json];
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelBytesException">The bytes are no model, were changed, or hold one that this version does not know; whoever stored them is at fault.</exception>
    public static TrainedModel Read(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'\n');
        string line = end < 0 || end > 200 ? "" : System.Text.Encoding.ASCII.GetString(bytes[..end]);
        if (!line.StartsWith(Format, StringComparison.Ordinal))
        {
            throw new ModelBytesException("model-format", "The bytes are no model of this program.");
        }

        ReadOnlySpan<byte> json = bytes[(end + 1)..];
        if (line[Format.Length..] != Hash(json))
        {
            throw new ModelBytesException("model-changed", "The bytes of the model are not those that were stored: their sha-256 differs.");
        }

        try
        {
            TrainedModel model = JsonSerializer.Deserialize<TrainedModel>(json, Options) ?? throw new JsonException("The model is null.");
            _ = model.Trees?.Trees;
            return model;
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or TreeFormatException or ArgumentException or NullReferenceException)
        {
            throw new ModelBytesException("model-unreadable", $"The model cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>The sha-256 of the whole bytes of a model, as the registry keeps it, in hexadecimal digits.</summary>
    public static string Sha256Of(ReadOnlySpan<byte> bytes) => Hash(bytes);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
