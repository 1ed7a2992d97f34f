using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>Goes once through a document in reading order, keeps the types of the place, and calls the visits.</summary>
/// <remarks>The recursion is bounded by the depth that the parser allows; fragments are not followed.</remarks>
internal sealed class DocumentWalk(GraphQLSchema schema, TypeScope scope, Visits visits, Func<bool> isDone)
{
    public void Walk(DocumentNode document)
    {
        visits.RunEnter(document);
        foreach (DefinitionNode definition in document.Definitions)
        {
            if (isDone())
            {
                return;
            }

            Walk(definition);
        }

        visits.RunLeave(document);
    }

    public void Walk(DefinitionNode definition)
    {
        visits.RunEnter(definition);
        switch (definition)
        {
            case OperationNode operation:
                scope.EnterDefinition(OperationPlan.RootType(schema, operation.Kind));
                Array.ForEach(operation.Variables, Walk);
                Walk(operation.Directives);
                Walk(operation.SelectionSet);
                scope.LeaveDefinition();
                break;
            case FragmentNode fragment:
                scope.EnterDefinition(schema.Resolve(fragment.TypeCondition));
                visits.RunEnter(fragment.TypeCondition);
                Walk(fragment.Directives);
                Walk(fragment.SelectionSet);
                scope.LeaveDefinition();
                break;
        }

        visits.RunLeave(definition);
    }

    private void Walk(VariableDefinitionNode variable)
    {
        visits.RunEnter(variable);
        Walk(variable.Type);
        if (variable.DefaultValue is not null)
        {
            scope.EnterInput(schema.Resolve(variable.Type));
            Walk(variable.DefaultValue);
            scope.LeaveInput();
        }

        Walk(variable.Directives);
    }

    private void Walk(TypeNode type)
    {
        TypeNode named = type;
        while (named is not NamedTypeNode)
        {
            named = named is ListTypeNode list ? list.Item : ((NonNullTypeNode)named).Inner;
        }

        visits.RunEnter(named);
    }

    private void Walk(SelectionSetNode set)
    {
        scope.EnterSelection();
        visits.RunEnter(set);
        foreach (SelectionNode selection in set.Selections)
        {
            if (isDone())
            {
                break;
            }

            Walk(selection);
        }

        scope.LeaveSelection();
    }

    private void Walk(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                scope.EnterField(field);
                visits.RunEnter(field);
                Array.ForEach(field.Arguments, Walk);
                Walk(field.Directives);
                WalkNested(field.SelectionSet);
                visits.RunLeave(field);
                scope.LeaveField();
                break;
            case InlineFragmentNode inline:
                scope.EnterDefinition(inline.TypeCondition is null ? scope.Type?.Named : schema.Resolve(inline.TypeCondition));
                visits.RunEnter(inline);
                if (inline.TypeCondition is not null)
                {
                    visits.RunEnter(inline.TypeCondition);
                }

                Walk(inline.Directives);
                WalkNested(inline.SelectionSet);
                scope.LeaveDefinition();
                break;
            default:
                visits.RunEnter(selection);
                Walk(selection.Directives);
                break;
        }
    }

    private void WalkNested(SelectionSetNode? set)
    {
        if (set is not null)
        {
            Walk(set);
        }
    }

    private void Walk(DirectiveNode[] directives)
    {
        foreach (DirectiveNode directive in directives)
        {
            DirectiveDefinition? outer = scope.Directive;
            scope.Directive = schema.Directive(directive.Name.Value) ?? DirectiveScope.Unknown;
            visits.RunEnter(directive);
            Array.ForEach(directive.Arguments, Walk);
            visits.RunLeave(directive);
            scope.Directive = outer;
        }
    }

    private void Walk(ArgumentNode argument)
    {
        scope.EnterArgument(argument);
        visits.RunEnter(argument);
        Walk(argument.Value);
        scope.LeaveArgument();
    }

    private void Walk(ValueNode value)
    {
        visits.RunEnter(value);
        switch (value)
        {
            case ListValueNode list:
                foreach (ValueNode item in list.Values)
                {
                    scope.EnterItem();
                    Walk(item);
                    scope.LeaveInput();
                }

                break;
            case ObjectValueNode fields:
                foreach (ObjectFieldNode field in fields.Fields)
                {
                    scope.EnterInputField(field);
                    visits.RunEnter(field);
                    Walk(field.Value);
                    scope.LeaveInput();
                }

                break;
        }
    }
}
