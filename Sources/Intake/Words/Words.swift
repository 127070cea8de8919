/// The words that head columns and label cells, field by field: the one place to add one to.
///
/// A word is written as people write it; case, blanks, punctuation and units in brackets make no difference. A word may
/// stand for different fields in different books: each book's shape (`Shapes/`) says which of these lists it uses, which
/// of them only weakly, and adds words of its own.
enum Words {}
