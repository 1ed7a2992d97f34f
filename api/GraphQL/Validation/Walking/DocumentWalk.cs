using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>Goes through documents in reading order, keeps the types of the place, and makes the calls of some rules. Made once for all documents.</summary>
/// <remarks>The recursion is bounded by the depth that the parser allows; fragments are not followed.</remarks>
internal sealed class DocumentWalk
{
    private readonly Action<ValidationContext, DocumentNode>? _enterDocument;
    private readonly Action<ValidationContext, DocumentNode>? _leaveDocument;
    private readonly Action<ValidationContext, OperationNode>? _enterOperation;
    private readonly Action<ValidationContext, OperationNode>? _leaveOperation;
    private readonly Action<ValidationContext, FragmentNode>? _enterFragment;
    private readonly Action<ValidationContext, VariableDefinitionNode>? _enterDefinition;
    private readonly Action<ValidationContext, NamedTypeNode>? _enterType;
    private readonly Action<ValidationContext, SelectionSetNode>? _enterSelection;
    private readonly Action<ValidationContext, FieldNode>? _enterField;
    private readonly Action<ValidationContext, FieldNode>? _leaveField;
    private readonly Action<ValidationContext, InlineFragmentNode>? _enterInline;
    private readonly Action<ValidationContext, FragmentSpreadNode>? _enterSpread;
    private readonly Action<ValidationContext, DirectiveNode>? _enterDirective;
    private readonly Action<ValidationContext, DirectiveNode>? _leaveDirective;
    private readonly Action<ValidationContext, ArgumentNode>? _enterArgument;
    private readonly Action<ValidationContext, ObjectValueNode>? _enterObject;
    private readonly Action<ValidationContext, VariableNode>? _enterVariable;
    private readonly int _memories;

    public DocumentWalk(IEnumerable<Action<Visits>> rules)
    {
        Visits visits = Visits.Of(rules);
        _enterDocument = visits.TakeEnter<DocumentNode>();
        _leaveDocument = visits.TakeLeave<DocumentNode>();
        _enterOperation = visits.TakeEnter<OperationNode>();
        _leaveOperation = visits.TakeLeave<OperationNode>();
        _enterFragment = visits.TakeEnter<FragmentNode>();
        _enterDefinition = visits.TakeEnter<VariableDefinitionNode>();
        _enterType = visits.TakeEnter<NamedTypeNode>();
        _enterSelection = visits.TakeEnter<SelectionSetNode>();
        _enterField = visits.TakeEnter<FieldNode>();
        _leaveField = visits.TakeLeave<FieldNode>();
        _enterInline = visits.TakeEnter<InlineFragmentNode>();
        _enterSpread = visits.TakeEnter<FragmentSpreadNode>();
        _enterDirective = visits.TakeEnter<DirectiveNode>();
        _leaveDirective = visits.TakeLeave<DirectiveNode>();
        _enterArgument = visits.TakeEnter<ArgumentNode>();
        _enterObject = visits.TakeEnter<ObjectValueNode>();
        _enterVariable = visits.TakeEnter<VariableNode>();
        _memories = visits.Memories;
        visits.RequireTaken();
    }

    /// <summary>Goes through the context's document; what the rules remember begins anew.</summary>
    public void Walk(ValidationContext context)
    {
        context.Memories = new object?[_memories];
        _enterDocument?.Invoke(context, context.Document);
        foreach (DefinitionNode definition in context.Document.Definitions)
        {
            if (context.IsFull)
            {
                return;
            }

            Walk(context, context.Scope, definition);
        }

        _leaveDocument?.Invoke(context, context.Document);
    }

    /// <summary>Goes through one definition with types of its own.</summary>
    public void Walk(ValidationContext context, TypeScope scope, DefinitionNode definition)
    {
        Way way = new(this, context, scope);
        switch (definition)
        {
            case OperationNode operation:
                way.Walk(operation);
                break;
            case FragmentNode fragment:
                way.Walk(fragment);
                break;
        }
    }

    /// <summary>One way through a document.</summary>
    private readonly struct Way(DocumentWalk calls, ValidationContext context, TypeScope scope)
    {
        public void Walk(OperationNode operation)
        {
            calls._enterOperation?.Invoke(context, operation);
            scope.EnterDefinition(OperationPlan.RootType(context.Schema, operation.Kind));
            foreach (VariableDefinitionNode variable in operation.Variables)
            {
                Walk(variable);
            }

            Walk(operation.Directives);
            Walk(operation.SelectionSet);
            scope.LeaveDefinition();
            calls._leaveOperation?.Invoke(context, operation);
        }

        public void Walk(FragmentNode fragment)
        {
            calls._enterFragment?.Invoke(context, fragment);
            scope.EnterDefinition(context.Schema.Resolve(fragment.TypeCondition));
            calls._enterType?.Invoke(context, fragment.TypeCondition);
            Walk(fragment.Directives);
            Walk(fragment.SelectionSet);
            scope.LeaveDefinition();
        }

        private void Walk(VariableDefinitionNode variable)
        {
            calls._enterDefinition?.Invoke(context, variable);
            Walk(variable.Type);
            if (variable.DefaultValue is not null)
            {
                scope.EnterInput(context.Schema.Resolve(variable.Type));
                Walk(variable.DefaultValue);
                scope.LeaveInput();
            }

            Walk(variable.Directives);
        }

        private void Walk(TypeNode type)
        {
            switch (type)
            {
                case NamedTypeNode named:
                    calls._enterType?.Invoke(context, named);
                    break;
                case ListTypeNode list:
                    Walk(list.Item);
                    break;
                case NonNullTypeNode required:
                    Walk(required.Inner);
                    break;
            }
        }

        private void Walk(SelectionSetNode set)
        {
            scope.EnterSelection();
            calls._enterSelection?.Invoke(context, set);
            foreach (SelectionNode selection in set.Selections)
            {
                if (context.IsFull)
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
                    calls._enterField?.Invoke(context, field);
                    Walk(field.Arguments);
                    Walk(field.Directives);
                    WalkNested(field.SelectionSet);
                    calls._leaveField?.Invoke(context, field);
                    scope.LeaveField();
                    break;
                case InlineFragmentNode inline:
                    Walk(inline);
                    break;
                case FragmentSpreadNode spread:
                    calls._enterSpread?.Invoke(context, spread);
                    Walk(spread.Directives);
                    break;
            }
        }

        private void Walk(InlineFragmentNode inline)
        {
            scope.EnterDefinition(inline.TypeCondition is null ? scope.Type?.Named : context.Schema.Resolve(inline.TypeCondition));
            calls._enterInline?.Invoke(context, inline);
            if (inline.TypeCondition is not null)
            {
                calls._enterType?.Invoke(context, inline.TypeCondition);
            }

            Walk(inline.Directives);
            Walk(inline.SelectionSet);
            scope.LeaveDefinition();
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
                scope.Directive = context.Schema.Directive(directive.Name.Value) ?? DirectiveScope.Unknown;
                calls._enterDirective?.Invoke(context, directive);
                Walk(directive.Arguments);
                calls._leaveDirective?.Invoke(context, directive);
                scope.Directive = outer;
            }
        }

        private void Walk(ArgumentNode[] arguments)
        {
            foreach (ArgumentNode argument in arguments)
            {
                scope.EnterArgument(argument);
                calls._enterArgument?.Invoke(context, argument);
                Walk(argument.Value);
                scope.LeaveArgument();
            }
        }

        private void Walk(ValueNode value)
        {
            switch (value)
            {
                case VariableNode variable:
                    calls._enterVariable?.Invoke(context, variable);
                    break;
                case ListValueNode list:
                    foreach (ValueNode item in list.Values)
                    {
                        scope.EnterItem();
                        Walk(item);
                        scope.LeaveInput();
                    }

                    break;
                case ObjectValueNode fields:
                    calls._enterObject?.Invoke(context, fields);
                    foreach (ObjectFieldNode field in fields.Fields)
                    {
                        scope.EnterInputField(field);
                        Walk(field.Value);
                        scope.LeaveInput();
                    }

                    break;
            }
        }
    }
}
