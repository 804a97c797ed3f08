-- A card may be about another case than its owner: a joint application's about the member that eats its slack (J3).
create index card_of_owner on supervision.card (centre, owner);
