"""The invented company: what it sells, to whom, at what price, and what was ordered in October 2026.

Money is in fen, quantities are whole pieces, days are days of October 2026 (33 is 2 November).
"""

from dataclasses import dataclass, field

NAME = "昆明滇云商贸有限公司"
MAIN, NORTH = "关上仓", "北市仓"
VAT_PERCENT = 13


@dataclass(frozen=True)
class Product:
    code: str
    name: str
    spec: str
    unit: str
    pack: int
    cost: int
    prices: dict  # channel -> fen, tax included


def _product(code, name, spec, unit, pack, cost, direct, wholesale, out_of_town, supermarket):
    prices = {"直销": direct, "二批": wholesale, "地州": out_of_town, "商超": supermarket}
    return Product(code, name, spec, unit, pack, cost, prices)


PRODUCTS = {
    product.code: product
    for product in [
        _product("DY-101", "滇红工夫茶", "250g*20", "盒", 20, 3200, 5800, 4600, 4800, 5650),
        _product("DY-102", "普洱熟茶饼", "357g*28", "饼", 28, 4500, 8800, 6800, 7000, 8500),
        _product("DY-103", "鲜花饼礼盒", "500g*12", "盒", 12, 2150, 3980, 3100, 3200, 3850),
        _product("DY-201", "小曲清香酒", "500ml*12", "瓶", 12, 1120, 1980, 1550, 1600, 1890),
        _product("DY-202", "玫瑰露酒", "500ml*6", "瓶", 6, 2600, 4500, 3600, 3750, 4380),
        _product("DY-203", "高原青梅酒", "330ml*24", "瓶", 24, 860, 1500, 1180, 1230, 1450),
        _product("DY-301", "宣威火腿罐头", "200g*24", "罐", 24, 1240, 2100, 1720, 1780, 2050),
        _product("DY-302", "油鸡枞", "210g*12", "瓶", 12, 1800, 3200, 2550, 2650, 3080),
        _product("DY-303", "过桥米线", "400g*20", "袋", 20, 520, 950, 740, 780, 920),
        _product("DY-401", "小粒咖啡粉", "250g*24", "袋", 24, 2300, 4200, 3300, 3450, 4000),
        _product("DY-402", "黑苦荞茶", "360g*15", "罐", 15, 1480, 2600, 2080, 2150, 2520),
        _product("DY-403", "野坝子蜂蜜", "500g*12", "瓶", 12, 2850, 4900, 3950, 4100, 4760),
    ]
}


@dataclass(frozen=True)
class Customer:
    code: str
    name: str
    short: str
    channel: str
    terms: str
    credit_days: int
    hold: int
    phone: str
    address: str
    contact: str
    store: str = ""
    limit: int = 200000  # yuan


CUSTOMERS = {
    customer.code: customer
    for customer in [
        Customer("C01", "昆明春晓茶行", "春晓茶行", "直销", "现款", 0, 0, "0871-65110231", "昆明市盘龙区北京路218号", "段女士"),
        Customer("C02", "昆明翠湖宾馆有限公司", "翠湖宾馆", "直销", "月结", 30, 0, "0871-65158822", "昆明市五华区翠湖南路6号", "采购部和女士"),
        Customer("C03", "昆明金碧食品商行", "金碧商行", "二批", "现款", 0, 0, "0871-63612705", "昆明市西山区金碧路77号", "马先生"),
        Customer("C04", "昆明惠民副食批发部", "惠民副食", "二批", "滚单", 0, 0, "0871-65730196", "昆明市盘龙区小菜园批发市场3栋12号", "普先生"),
        Customer("C05", "大理苍洱特产有限公司", "苍洱特产", "地州", "月结", 30, 0, "0872-2670318", "大理市下关建设路41号", "杨四妹"),
        Customer("C06", "丽江古城百货商行", "古城百货", "地州", "压单", 0, 2, "0888-5121966", "丽江市古城区民主路15号", "木先生"),
        Customer("C07", "曲靖珠源商贸有限公司", "珠源商贸", "地州", "现款", 0, 0, "0874-3312480", "曲靖市麒麟区南宁西路9号", "陶先生"),
        Customer("C08", "昆明家家乐超市有限公司", "家家乐超市", "商超", "月结", 45, 0, "0871-68020333", "昆明市官渡区关兴路188号", "收货部", "JJL-021", 12000),
        Customer("C09", "滇中佳惠超市有限公司", "佳惠超市", "商超", "月结", 30, 0, "0877-2066158", "玉溪市红塔区东风路52号", "收货部", "JH-0007"),
        Customer("C10", "玉溪红塔副食经营部", "红塔副食", "二批", "现款", 0, 0, "0877-2025591", "玉溪市红塔区珊瑚路30号", "李老板"),
    ]
}

# Which carrier takes goods where out-of-town customers are.
CARRIERS = {
    "C05": ("滇西快运", "0871-67392210"),
    "C06": ("玉龙货运部", "0871-67390057"),
    "C07": ("珠江源物流", "0871-67395518"),
}


@dataclass
class Order:
    number: str
    day: int
    customer: Customer
    salesperson: str
    due: int
    warehouse: str
    shipped: int | None  # day the goods left; None when they did not
    lines: list = field(default_factory=list)  # of Line


@dataclass
class Line:
    product: Product
    quantity: int
    price: int  # fen a piece, tax included


# number, day, customer, salesperson, due, warehouse, shipped, lines
_ORDERS = """
01  1 C01 杨帆  3 M  2 DY-101*20 DY-402*15
02  1 C05 李婷  5 M  2 DY-102*28 DY-103*36 DY-301*24
03  2 C08 赵磊  5 M  4 DY-203*96 DY-303*100 DY-401*48
04  2 C03 杨帆  4 M  3 DY-201*120 DY-202*24
05  3 C06 李婷  7 M  5 DY-102*56 DY-403*24
06  4 C09 赵磊  8 M  7 DY-301*48 DY-302*36
07  5 C02 杨帆  8 M  6 DY-101*40 DY-103*24 DY-202*12
08  6 C04 李婷  9 N  8 DY-203*72 DY-303*60 DY-402*45
09  8 C07 李婷 12 M 10 DY-201*60 DY-302*24
10  8 C10 杨帆 11 N  9 DY-101*20 DY-401*24
11  9 C05 李婷 13 M 11 DY-301*48 DY-303*80
12  9 C08 赵磊 12 M 11 DY-103*48 DY-203*120
13 10 C01 杨帆 13 M 11 DY-102*28 DY-403*12
14 12 C02 杨帆 15 M 13 DY-201*36 DY-302*24
15 12 C03 杨帆 15 M 13 DY-303*100 DY-301*24
16 13 C09 赵磊 16 M 21 DY-402*60 DY-401*24
17 14 C07 李婷 18 M  - DY-103*24 DY-402*30
18 14 C08 赵磊 17 M 16 DY-202*48 DY-403*36
19 15 C06 李婷 19 M 17 DY-101*40 DY-301*24
20 15 C04 李婷 18 N 17 DY-201*96 DY-103*24
21 16 C02 杨帆 19 M 17 DY-402*30 DY-103*36
22 17 C05 李婷 21 M 19 DY-203*48 DY-302*24
23 18 C09 赵磊 21 M 20 DY-201*60 DY-202*18
24 19 C02 杨帆 22 M 20 DY-101*20 DY-403*12
25 20 C08 赵磊 23 M 22 DY-303*200 DY-203*72
26 20 C01 杨帆 22 M 21 DY-401*24 DY-302*12
27 21 C02 杨帆 24 M 22 DY-201*24 DY-301*24
28 21 C05 李婷 25 M 23 DY-102*28 DY-403*24
29 22 C10 杨帆 24 N 23 DY-201*48 DY-302*24
30 22 C09 赵磊 26 M 24 DY-103*24 DY-402*30
31 23 C07 李婷 27 M 26 DY-202*24 DY-303*40
32 24 C01 杨帆 27 M 26 DY-103*12 DY-403*24
33 25 C03 杨帆 28 M 27 DY-401*48 DY-203*48
34 26 C06 李婷 36 M  - DY-302*36 DY-402*30
35 28 C08 赵磊 34 M 33 DY-301*72 DY-403*24
36 29 C02 杨帆 31 N 31 DY-101*20
37 27 C03 杨帆 30 M 28 DY-202*30 DY-401*24
38 27 C01 杨帆 30 M 29 DY-201*24 DY-302*12
39 13 C03 杨帆 17 M 16 DY-301*48 DY-202*12
40 22 C01 杨帆 25 M 24 DY-103*12 DY-401*24
41 23 C02 杨帆 26 M 25 DY-203*24 DY-101*20
"""


def orders():
    """The orders as they were meant: prices of the list, nothing wrong in them."""
    made = {}
    for row in _ORDERS.split("\n"):
        if not row.strip():
            continue
        number, day, customer, salesperson, due, warehouse, shipped, *lines = row.split()
        buyer = CUSTOMERS[customer]
        order = Order(
            "DD2610-0" + number, int(day), buyer, salesperson, int(due), MAIN if warehouse == "M" else NORTH,
            None if shipped == "-" else int(shipped))
        for line in lines:
            code, quantity = line.split("*")
            product = PRODUCTS[code]
            order.lines.append(Line(product, int(quantity), product.prices[buyer.channel]))
        made[order.number] = order
    return made
