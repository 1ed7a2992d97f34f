using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProdSales.Sources.Mappings.Yaml;

/// <summary>Reads YAML into nodes with lines, and notes duplicate keys instead of stopping at the first.</summary>
internal sealed class YamlText
{
    private readonly Parser _parser;
    private readonly ProblemList _problems;

    private YamlText(Parser parser, ProblemList problems)
    {
        _parser = parser;
        _problems = problems;
    }

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The document's map, or null when there is none: then a problem says why.</returns>
    internal static YamlMap? Read(string text, ProblemList problems)
    {
        using StringReader reader = new(text);
        try
        {
            Parser parser = new(reader);
            parser.Consume<StreamStart>();
            if (Takes<DocumentStart>(parser) is not null && new YamlText(parser, problems).ReadNode() is YamlMap map)
            {
                return map;
            }

            problems.Add(
                1,
                MappingProblemCodes.WrongShape,
                "The file must hold keys with values; allowed at the top: system, currency, tables, feeds and more.");
        }
        catch (YamlException exception)
        {
            problems.Add((int)exception.Start.Line, MappingProblemCodes.YamlSyntax, $"This is no YAML: {exception.Message.TrimEnd('.')}.");
        }

        return null;
    }

    private YamlNode ReadNode()
    {
        if (Takes<Scalar>(_parser) is { } scalar)
        {
            return new YamlScalar(LineOf(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain);
        }

        if (Takes<SequenceStart>(_parser) is { } list)
        {
            return ReadList(LineOf(list));
        }

        if (Takes<MappingStart>(_parser) is { } map)
        {
            return ReadMap(LineOf(map));
        }

        AnchorAlias alias = _parser.Consume<AnchorAlias>();
        _problems.Add(
            LineOf(alias),
            MappingProblemCodes.Alias,
            $"The alias \"*{alias.Value}\" is not allowed; write the value out, or use a named map under \"maps\".");
        return new YamlScalar(LineOf(alias), "", IsPlain: true);
    }

    private YamlList ReadList(int line)
    {
        List<YamlNode> items = [];
        while (Takes<SequenceEnd>(_parser) is null)
        {
            items.Add(ReadNode());
        }

        return new YamlList(line, items);
    }

    private YamlMap ReadMap(int line)
    {
        List<YamlEntry> entries = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        while (Takes<MappingEnd>(_parser) is null)
        {
            Scalar key = _parser.Consume<Scalar>();
            YamlNode value = ReadNode();
            if (lines.TryAdd(key.Value, LineOf(key)))
            {
                entries.Add(new YamlEntry(LineOf(key), key.Value, value));
            }
            else
            {
                _problems.Add(
                    LineOf(key),
                    MappingProblemCodes.DuplicateKey,
                    $"The key \"{key.Value}\" stands here a second time; the first is on line {lines[key.Value]}. Each key is allowed once.");
            }
        }

        return new YamlMap(line, entries);
    }

    private static T? Takes<T>(Parser parser)
        where T : ParsingEvent =>
            parser.Current is T || (parser.Current is null && parser.MoveNext() && parser.Current is T) ? parser.Consume<T>() : null;

    private static int LineOf(ParsingEvent parsingEvent) => (int)parsingEvent.Start.Line;
}
