using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ProdSales.Feeds.Documents;

/// <summary>What feeds and columns mean, in English, taken from the doc comments of their records.</summary>
/// <remarks>The comments are the only place where a meaning is written; documents and schemas repeat it from here.</remarks>
public sealed partial class FeedMeanings
{
    private readonly Dictionary<string, string> _byMember;

    private FeedMeanings(Dictionary<string, string> byMember) => _byMember = byMember;

    /// <summary>Reads the meanings from the XML file that the compiler writes beside the assembly.</summary>
    /// <returns>The meanings of every feed in <see cref="FeedCatalogue"/>.</returns>
    /// <exception cref="FileNotFoundException">The XML file is not beside the assembly: the build was packed without it.</exception>
    public static FeedMeanings Load()
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"{typeof(Feed).Assembly.GetName().Name}.xml");
        XDocument comments = XDocument.Load(path);
        return new FeedMeanings(comments.Descendants("member").ToDictionary(
            member => member.Attribute("name")!.Value,
            member => Text(member.Element("summary")),
            StringComparer.Ordinal));
    }

    /// <summary>Says what one row of a feed is.</summary>
    /// <param name="feed">A feed of the catalogue.</param>
    /// <returns>One or more English sentences.</returns>
    public string Of(Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return _byMember[$"T:{feed.RecordType.FullName}"];
    }

    /// <summary>Says what a column holds, and what null means.</summary>
    /// <param name="column">A column of a feed of the catalogue.</param>
    /// <returns>One or more English sentences.</returns>
    public string Of(FeedColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        PropertyInfo property = column.Property;
        return _byMember[$"P:{property.DeclaringType!.FullName}.{property.Name}"];
    }

    private static string Text(XElement? summary) =>
        summary is null ? "" : WhiteSpace().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{Target(see)}`",
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static string Target(XElement see)
    {
        string target = (see.Attribute("langword") ?? see.Attribute("cref"))!.Value;
        string member = target[(target.LastIndexOf('.') + 1)..];
        return target.StartsWith("P:", StringComparison.Ordinal) ? SnakeCase.From(member) : member;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
