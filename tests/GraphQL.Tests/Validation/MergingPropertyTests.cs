using System.Text;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation;
using ProdSales.GraphQL.Validation.Merging;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Tests.Validation;

/// <summary>The near-linear check against the plain comparison of every pair, on random documents.</summary>
public sealed class MergingPropertyTests
{
    private static readonly GraphQLSchema Schema = new SchemaBuilder().AddSdl("""
        type Query { node: Node a: A b: B }
        interface Node { id: ID s: String n(x: Int): Node }
        type A implements Node { id: ID s: String n(x: Int): A other: B text: String list: [A] }
        type B implements Node { id: ID s: String n(x: Int): B other: A! text: Int list: [B!] }
        """).Build();

    [Fact]
    public void Both_ways_agree_on_whether_a_document_conflicts()
    {
        int conflicts = 0;
        const int documents = 3_000;
        for (int seed = 0; seed < documents; seed++)
        {
            string text = new RandomDocument(new Random(seed)).Write();
            DocumentNode document = DocumentParser.Parse(SourceText.Of(text), ParserLimits.Trusted).Document!;
            EngineOptions options = new() { Limits = EngineLimits.None };
            bool? fast = new MergeCheck(new ValidationContext(Schema, document, options)).HasConflict();
            bool plain = DocumentValidation.Run(Schema, document, options, [EveryPair]).Count > 0;
            conflicts += plain ? 1 : 0;
            Assert.True(fast == plain, $"Seed {seed}: near-linear says {fast}, pairs say {plain}.\n{text}");
        }

        Assert.InRange(conflicts, documents / 10, documents * 9 / 10);
    }

    private static void EveryPair(Visits visits)
    {
        RuleMemory<ConflictExplanation> pairs = visits.Remember(context => new ConflictExplanation(context));
        visits.Enter<SelectionSetNode>((context, set) => pairs.Of(context).Explain(new SelectionScope(context.Scope.Parent, set)));
    }

    private sealed class RandomDocument(Random random)
    {
        private const int Fragments = 3;

        private readonly StringBuilder _text = new();

        public string Write()
        {
            Selection("Query", 3, firstFragment: 0);
            for (int index = 0; index < Fragments; index++)
            {
                string type = new[] { "Node", "A", "B" }[random.Next(3)];
                _text.Append(System.Globalization.CultureInfo.InvariantCulture, $" fragment F{index} on {type} ");
                Selection(type, 2, index + 1);
            }

            return _text.ToString();
        }

        private void Selection(string type, int depth, int firstFragment)
        {
            _text.Append('{');
            for (int count = random.Next(1, 4); count > 0; count--)
            {
                Item(type, depth, firstFragment);
            }

            _text.Append('}');
        }

        private void Item(string type, int depth, int firstFragment)
        {
            int kind = random.Next(10);
            if (kind == 0 && firstFragment < Fragments)
            {
                _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"...F{random.Next(firstFragment, Fragments)} ");
            }
            else if (kind <= 2 && depth > 0)
            {
                string condition = type == "Query" ? type : new[] { "Node", "A", "B" }[random.Next(3)];
                _text.Append("... on ").Append(condition);
                Selection(condition, depth - 1, firstFragment);
            }
            else
            {
                Field(type, depth, firstFragment);
            }
        }

        private void Field(string type, int depth, int firstFragment)
        {
            string[] leaves = type switch { "Query" => ["__typename"], "Node" => ["id", "s"], _ => ["id", "s", "text"] };
            string[] objects = type switch { "Query" => ["node", "a", "b"], "Node" => ["n"], _ => ["n", "other", "list"] };
            bool isLeaf = depth == 0 || random.Next(2) == 0;
            string name = isLeaf ? leaves[random.Next(leaves.Length)] : objects[random.Next(objects.Length)];
            _text.Append(random.Next(4) == 0 ? "k: " : string.Empty).Append(name);
            if (name == "n" && random.Next(3) == 0)
            {
                _text.Append("(x: ").Append(random.Next(2)).Append(')');
            }

            if (!isLeaf)
            {
                Selection(Schema.Type(type) is FieldsType fields ? fields.Field(name)!.Type.Named.Name : type, depth - 1, firstFragment);
            }

            _text.Append(' ');
        }
    }
}
