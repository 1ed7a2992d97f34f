using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Checks;

/// <summary>Finds input objects that can never be given because their required fields lead back to themselves.</summary>
internal static class InputCycles
{
    public static IEnumerable<string> Find(IEnumerable<InputObjectType> types)
    {
        HashSet<InputObjectType> finished = [];
        foreach (InputObjectType type in types)
        {
            List<string> path = [];
            if (LeadsToCycle(type, finished, [], path))
            {
                path.Reverse();
                yield return $"Cannot reference Input Object {type.Name} within itself through a series of non-null fields: \"{string.Join('.', path)}\".";
            }
        }
    }

    private static bool LeadsToCycle(InputObjectType type, HashSet<InputObjectType> finished, HashSet<InputObjectType> open, List<string> path)
    {
        if (!open.Add(type))
        {
            return true;
        }

        if (finished.Add(type))
        {
            foreach (InputValue field in type.Fields)
            {
                if (field.Type is NonNullType { Inner: InputObjectType next } && LeadsToCycle(next, finished, open, path))
                {
                    path.Add(field.Name);
                    return true;
                }
            }
        }

        open.Remove(type);
        return false;
    }
}
