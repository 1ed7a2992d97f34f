using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Reads a selection as one table: the rows of its innermost cut, with the names that the cuts around it give.</summary>
internal static class TableReader
{
    /// <summary>Gives the cuts from the outermost in, each inside the one before; or why they are no table.</summary>
    internal static (IReadOnlyList<SelectedField> Chain, Refusal? Refusal) Chain(SelectedField root)
    {
        List<SelectedField> chain = [];
        SelectedField at = root;
        while (true)
        {
            SelectedField[] cuts = [.. at.Fields.Where(IsCut)];
            if (cuts.Length > 1 || (cuts.Length == 0 && chain.Count == 0))
            {
                return ([], Refusal.NotOneTable([.. cuts.Select(cut => cut.ResponseName)]));
            }

            if (cuts.Length == 0)
            {
                return (chain, null);
            }

            chain.Add(at = cuts[0]);
        }
    }

    /// <summary>The columns: names of the cuts around that the innermost does not give itself, then what it gives, in the order of the question.</summary>
    internal static IReadOnlyList<TableColumn> Columns(IReadOnlyList<SelectedField> chain)
    {
        TableColumn[] own = [.. chain[^1].Fields.SelectMany(Values)];
        HashSet<string> told = [.. own.Select(column => column.Column)];
        List<TableColumn> columns = [];
        foreach (SelectedField cut in chain.Take(chain.Count - 1))
        {
            foreach (TableColumn name in cut.Fields.Where(field => field.Definition.Attachment is NameRole or PeriodRole).SelectMany(Values).Where(name => told.Add(name.Column)))
            {
                columns.Add(name);
            }
        }

        return Distinct([.. columns, .. own]);
    }

    /// <summary>The cuts as they are asked for a table: only the innermost gives measures, and it gives every name.</summary>
    internal static CutRequest Request(CutRequest outermost)
    {
        List<CutRequest> chain = [outermost];
        while (chain[^1].Cuts is [{ } inner])
        {
            chain.Add(inner);
        }

        CutRequest request = chain[^1] with { Fields = [.. chain.SelectMany(cut => cut.Fields).Distinct()] };
        for (int outer = chain.Count - 2; outer >= 0; outer--)
        {
            request = chain[outer] with { Measures = [], Cuts = [request] };
        }

        return request;
    }

    private static IEnumerable<TableColumn> Values(SelectedField field) => field.Definition.Attachment switch
    {
        MeasureRole or StatusRole => [new TableColumn(SelectionReader.Requests(field).Single().Column, field.ResponseName)],
        NameRole name => [new TableColumn(name.Field.Column, field.ResponseName)],
        PeriodRole => [new TableColumn("period", field.ResponseName)],
        CompareRole => field.Fields.Where(inner => inner.Definition.Attachment is MeasureRole or StatusRole)
            .Zip(SelectionReader.Requests(field), (inner, request) => new TableColumn(request.Column, $"{field.ResponseName}_{inner.ResponseName}")),
        TargetsRole => field.Fields.SelectMany(stated => stated.Fields.Where(part => part.Definition.Attachment is TargetPartRole)
            .Zip(SelectionReader.Requests(stated), (part, request) => new TableColumn(request.Column, $"{field.ResponseName}_{stated.ResponseName}_{part.ResponseName}"))),
        _ => [],
    };

    /// <summary>Columns of one table have names of their own: the second of a name, in whatever case, gets a number.</summary>
    private static List<TableColumn> Distinct(IEnumerable<TableColumn> columns)
    {
        HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);
        List<TableColumn> named = [];
        foreach (TableColumn column in columns)
        {
            string name = column.Name;
            for (int number = 2; !used.Add(name); number++)
            {
                name = $"{column.Name}_{number}";
            }

            named.Add(column with { Name = name });
        }

        return named;
    }

    private static bool IsCut(SelectedField field) => field.Definition.Attachment is TotalRole or DimensionCutRole or TimeCutRole;
}
