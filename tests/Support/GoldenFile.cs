using System.Text;

namespace ProdSales.Support;

/// <summary>Compares generated text with the copy that is kept in the tree and reviewed there.</summary>
public static class GoldenFile
{
    /// <summary>Fails when a kept file does not hold exactly a text; with UPDATE_GOLDEN=1, and never in CI, writes it instead.</summary>
    public static void Holds(string path, string text)
    {
        bool isUpdate = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1" && Environment.GetEnvironmentVariable("CI") is not "true";
        string name = Path.GetRelativePath(Repository.Root, path);
        if (isUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        string kept = File.Exists(path) ? File.ReadAllText(path) : throw new InvalidOperationException($"{name} is absent; UPDATE_GOLDEN=1 writes it.");
        if (!string.Equals(kept, text, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{name} is not current; UPDATE_GOLDEN=1 rewrites it. {FirstDifference(kept, text)}");
        }
    }

    private static string FirstDifference(string kept, string text)
    {
        string[] old = kept.Split('\n');
        string[] now = text.Split('\n');
        int line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} is \"{old.ElementAtOrDefault(line)}\", and should be \"{now.ElementAtOrDefault(line)}\".";
    }
}
