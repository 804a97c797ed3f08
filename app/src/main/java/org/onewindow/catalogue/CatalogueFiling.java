package org.onewindow.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Refusal;

/**
 * The door for changing the catalogue: drafts, filing, retirement, whole catalogues (K1-K9). A department's approver drafts its
 * items, the centre's manager may draft any and alone files and retires. Every change is an event {@code item.*} (C12).
 */
public interface CatalogueFiling {

    /** Whether there is no filed item yet. */
    boolean isEmpty();

    /**
     * Files a whole catalogue at once, in effect from today; for an empty catalogue only. One transaction.
     *
     * @param windows numbers of the windows by item code; within an item, its department's own come first
     * @param retired codes of items that are filed and retired on the same day
     * @throws org.onewindow.kernel.Refused with all reasons of all items when one can't be filed
     */
    void fileAll(
            Actor by,
            List<ItemVersion> items,
            Map<String, List<String>> windows,
            Set<String> retired,
            List<Theme> themes);

    /**
     * Writes a draft: the next version of an item, or its open draft anew (K1).
     *
     * @param content its number, state and day count for nothing
     * @param windows numbers of the windows that are to take it; null where those it has stay
     */
    Draft draft(Actor by, ItemVersion content, @Nullable List<String> windows);

    /**
     * Drafts everything in a table that says something else than what is filed; one transaction.
     *
     * @param file whether to file the drafts at once, in effect from today; the manager's
     * @throws org.onewindow.kernel.InvalidInput with every cell that can't be read
     * @throws org.onewindow.kernel.Refused with all reasons of all items; then nothing is drafted
     */
    ImportResult importTables(Actor by, CatalogueTables.Read tables, boolean file);

    /** The region's own rules, as far as all items in effect agree on them: for tables that don't speak of them. */
    CatalogueTables.RegionRules regionRules();

    /** An open draft, for those who may write it. */
    Draft findDraft(Actor by, String code, int version);

    /** Open drafts by code: of the actor's department, or all for the manager. */
    Page<ItemVersion> drafts(Actor by, int limit, @Nullable String after);

    /** Why a draft couldn't be filed now; empty when it could. */
    List<Refusal> obstacles(Draft draft);

    /**
     * Files a draft: from its day on it is in effect and the version before it superseded (K1-K7). Its windows take it at once.
     *
     * @param effectiveFrom first day in effect, today or later; null for today
     * @throws org.onewindow.kernel.Refused with all reasons
     */
    ItemVersion file(Actor by, String code, int version, @Nullable LocalDate effectiveFrom);

    /**
     * Retires an item: from a day on it can't be received (K8).
     *
     * @param from today or later; null for today
     */
    ItemVersion retire(Actor by, String code, int version, @Nullable LocalDate from);
}
