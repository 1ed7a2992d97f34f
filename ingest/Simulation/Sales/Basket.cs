using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Products;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Sales;

/// <summary>Draws what a buyer buys, and at which discount.</summary>
internal sealed class Basket(Company company)
{
    /// <summary>Machines with the options that go with them.</summary>
    internal List<SaleLine> Machines(Buyer buyer, DateOnly day, RandomStream dice)
    {
        List<SaleLine> lines = [];
        int machines = dice.Chance(0.2) ? 2 : 1;
        for (int index = 0; index < machines; index++)
        {
            CatalogueItem machine = company.Catalogue.Machines.Draw(dice);
            int quantity = MachineQuantity(dice);
            lines.Add(Line(buyer, machine, quantity, day, dice));
            for (int options = dice.Whole(0, 2); options > 0; options--)
            {
                lines.Add(Line(buyer, company.Catalogue.Attachments.Draw(dice), quantity, day, dice));
            }
        }

        if (dice.Chance(0.22))
        {
            lines.Add(Line(buyer, company.Catalogue.Services.Draw(dice), lines[0].Quantity, day, dice));
        }

        return lines;
    }

    /// <summary>Spare parts for machines that are there already.</summary>
    internal List<SaleLine> Spares(Buyer buyer, DateOnly day, RandomStream dice)
    {
        List<SaleLine> lines = [];
        for (int count = 1 + Math.Min(7, dice.Poisson(1.45)); count > 0; count--)
        {
            CatalogueItem item = company.Catalogue.Spares.Draw(dice);
            lines.Add(Line(buyer, item, 1 + (int)Math.Min(30, dice.LogNormal(item.ListPrice < 500 ? 3 : 0.8, 0.8)), day, dice));
        }

        return lines;
    }

    private static int MachineQuantity(RandomStream dice) => dice.Unit() switch
    {
        < 0.72 => 1,
        < 0.90 => 2,
        < 0.96 => 3,
        _ => dice.Whole(4, 8),
    };

    private SaleLine Line(Buyer buyer, CatalogueItem item, int quantity, DateOnly day, RandomStream dice) =>
        new(item, quantity, Discount(buyer, item, quantity, day, dice));

    private double Discount(Buyer buyer, CatalogueItem item, int quantity, DateOnly day, RandomStream dice)
    {
        double usual = buyer.Tier switch { "A" => 0.14, "B" => 0.115, _ => 0.085 };
        usual += (buyer.IsDealer ? 0.04 : 0) + (quantity >= 4 ? 0.03 : 0) + (0.02 * dice.Normal());
        double rate = Math.Max(0, usual) * (item.IsMade ? 1 : 0.6);
        return Math.Round(Math.Clamp(rate + company.Causes.AddedDiscount(buyer.Region, item.Line, day), 0, 0.6), 4);
    }
}
