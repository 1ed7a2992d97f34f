namespace ProdSales.GraphQL.Tests.Fuzz;

/// <summary>A schema with one of everything that answers depend on.</summary>
internal static class FuzzSchema
{
    public const string Sdl = """
        interface Named { name(short: Boolean = false): String peers(first: Int = 2): [Named] }
        interface Dated implements Named { name(short: Boolean = false): String peers(first: Int = 2): [Named] day: Int! }
        type Query implements Named {
          name(short: Boolean = false): String peers(first: Int = 2): [Named]
          order(id: ID!): Order buyer(where: Where, rank: Rank = LOW): Buyer any(of: [Rank!]): Thing things: [Thing!] grid(size: [[Int!]]): [[Int!]!]!
          sum(of: [Float!]! = [1.5, 2]): Float pick(one: One): String must: Buyer! flag(is: Boolean): Boolean!
        }
        type Order implements Dated & Named {
          name(short: Boolean = false): String peers(first: Int = 2): [Named] day: Int! lines(first: Int! = 3, where: Where = {text: "x"}): [Line!] buyer: Buyer! ranks: [Rank]
        }
        type Line { amount(scale: Float = 0.25): Float! order: Order rank: Rank! count: Int id: ID! }
        type Buyer implements Named { name(short: Boolean = false): String peers(first: Int = 2): [Named] orders(where: Where): [Order]! best: Order! tags: [String!] }
        union Thing = Order | Line | Buyer
        enum Rank { LOW HIGH TOP }
        input Where { text: String = "all" ranks: [Rank!] at: Range inner: Where not: Boolean! = false }
        input Range { from: Int! to: Int = 7 }
        input One @oneOf { number: Int text: String where: Where }
        """;
}
