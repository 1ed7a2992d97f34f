using System.Text;

namespace ProdSales.Feeds;

/// <summary>Turns the names of records and properties into the names of feeds and columns.</summary>
internal static class SnakeCase
{
    /// <summary>Writes a PascalCase name in snake_case: <c>FirstCommitDate</c> becomes <c>first_commit_date</c>.</summary>
    internal static string From(string pascalCase)
    {
        StringBuilder text = new(pascalCase.Length + 8);
        foreach (char letter in pascalCase)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
