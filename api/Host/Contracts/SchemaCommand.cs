using System.CommandLine;
using ProdSales.GraphQL;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Comparison;
using ProdSales.GraphQL.Types.Sdl;
using ProdSales.Host.Commands;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Schema;

namespace ProdSales.Host.Contracts;

/// <summary><c>prodsales schema</c>: the GraphQL contract, and what a change of it does to its callers.</summary>
internal static class SchemaCommand
{
    internal static Command Create() => new("schema", "The GraphQL contract, and what a change of it does to callers.") { Print(), Diff() };

    private static Command Print()
    {
        Command command = new("print", "Writes the contract that a server serves, in the schema definition language.") { CommonOptions.ModelFolder };
        command.SetAction(parsed =>
        {
            Console.Write(SchemaText.Of(CommandModel.Of(parsed).Definitions));
            return CommandLine.Fine;
        });
        return command;
    }

    private static Command Diff()
    {
        Argument<FileInfo> before = new("before") { Description = "The contract that callers know: a file in the schema definition language." };
        Argument<FileInfo?> after = new("after") { Description = "The contract that they will meet; without it, what this program serves.", Arity = ArgumentArity.ZeroOrOne };
        Command command = new("diff", "Lists what changed from one contract to another, what breaks callers first. Ends with 1 when something does.") { before, after, CommonOptions.ModelFolder };
        command.SetAction(parsed =>
        {
            GraphQLSchema known = Read(parsed.GetValue(before)!);
            GraphQLSchema next = parsed.GetValue(after) is { } file ? Read(file) : Served(CommandModel.Of(parsed));
            return Tell(SchemaComparison.Between(known, next), Speaker.Of(parsed));
        });
        return command;
    }

    private static int Tell(IReadOnlyList<SchemaChange> changes, Speaker speaker)
    {
        foreach (SchemaChange change in changes.OrderByDescending(change => change.Impact))
        {
            Console.WriteLine(speaker.Say($"schema-change.{Word(change.Impact)}", ("coordinate", change.Coordinate), ("message", change.Message)));
        }

        int breaking = changes.Count(change => change.Impact is ChangeImpact.Breaking);
        int dangerous = changes.Count(change => change.Impact is ChangeImpact.Dangerous);
        Console.WriteLine(speaker.Say("schema-change.sum", ("breaking", breaking), ("dangerous", dangerous), ("safe", changes.Count - breaking - dangerous)));
        return breaking == 0 ? CommandLine.Fine : CommandLine.Failed;
    }

    private static string Word(ChangeImpact impact) => impact.ToString().ToLowerInvariant();

    private static GraphQLSchema Served(CommandModel model) => SchemaReading.Of(SchemaText.Of(model.Definitions)).Schema!;

    private static GraphQLSchema Read(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new RefusedException("no-file", ("file", file.FullName));
        }

        SchemaReading reading = SchemaReading.Of(File.ReadAllText(file.FullName));
        return reading.Schema ?? throw new RefusedException(
            "not-a-schema",
            ("file", file.ToString()),
            ("count", reading.Errors.Count),
            ("defects", string.Join(Environment.NewLine, reading.Errors.Select(error => Placed(file, error)))));
    }

    private static string Placed(FileInfo file, GraphQLError error)
        => error.Locations.Count == 0 ? error.Message : $"{file}:{error.Locations[0].Line}:{error.Locations[0].Column} {error.Message}";
}
