package org.onewindow.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.model.MaterialNames;
import org.onewindow.catalogue.model.Pinyin;
import org.onewindow.catalogue.store.ItemStore;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Remedies;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.springframework.stereotype.Service;

/**
 * Answers from a copy of the filed catalogue in memory. The copy is made anew when the day changes, when this node changed the
 * catalogue, and, looked at once a second at most, when another node did.
 */
@Service
class FiledCatalogue implements Catalogue {

    private static final long LOOK_AGAIN_AFTER_NANOS = 1_000_000_000L;

    private final ItemStore store;
    private final Divisions divisions;
    private final CentreTime time;
    private final Pinyin pinyin;
    private volatile @Nullable Shelf shelf;
    private volatile long lookedAt;

    /** How often this node changed the catalogue; guarded by this, as is what follows from it for the shelf. */
    private long changes;

    FiledCatalogue(ItemStore store, Divisions divisions, CentreTime time) {
        this.store = store;
        this.divisions = divisions;
        this.time = time;
        pinyin = Pinyin.of(lines("readings.txt"), lines("phrases.txt"));
    }

    private static List<String> lines(String name) {
        try (InputStream file = FiledCatalogue.class.getResourceAsStream("/catalogue/pinyin/" + name)) {
            if (file == null) {
                throw Bug.found("no file of readings " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public ItemVersion version(String code, int version) {
        return find(code, version).orElseThrow(() -> new NotFound("item " + code + " version " + version));
    }

    private Optional<ItemVersion> find(String code, int version) {
        return Optional.ofNullable(
                shelf().versions().getOrDefault(code, Map.of()).get(version));
    }

    @Override
    public Optional<ItemVersion> inEffect(String code) {
        return Optional.ofNullable(shelf().inEffect().get(code));
    }

    @Override
    public Optional<ItemVersion> latest(String code) {
        return Optional.ofNullable(shelf().latest().get(code));
    }

    @Override
    public List<ItemVersion> all() {
        return shelf().latest().values().stream()
                .sorted(Comparator.comparing(ItemVersion::code))
                .toList();
    }

    @Override
    public List<String> windowsOf(String code) {
        return shelf().windows().getOrDefault(code, List.of());
    }

    @Override
    public boolean windowLists(String window, String code) {
        return windowsOf(code).contains(window);
    }

    @Override
    public List<ItemVersion> itemsAt(String window) {
        Shelf now = shelf();
        return now.inEffect().values().stream()
                .filter(item ->
                        now.windows().getOrDefault(item.code(), List.of()).contains(window))
                .toList();
    }

    @Override
    public Page<ItemVersion> list(ItemQuery query) {
        Shelf now = shelf();
        Predicate<ItemVersion> fits = fits(query);
        String words = query.words();
        String after = query.after();
        if (words != null && !words.isBlank()) {
            int skip = after == null ? 0 : position(after);
            List<ItemVersion> found = now.index().find(words, fits, skip + query.limit() + 1);
            return Page.of(
                    found.subList(Math.min(skip, found.size()), found.size()),
                    query.limit(),
                    last -> Cursor.of(Integer.toString(skip + query.limit())));
        }
        Collection<ItemVersion> rest = after == null
                ? now.inEffect().values()
                : now.inEffect().tailMap(code(after), false).values();
        return Page.of(
                rest.stream().filter(fits).limit(query.limit() + 1L).toList(),
                query.limit(),
                last -> Cursor.of(last.code()));
    }

    private static Predicate<ItemVersion> fits(ItemQuery query) {
        return item -> (query.department() == null || query.department().equals(item.departmentCode()))
                && (query.level() == null || query.level() == item.level())
                && (query.kind() == null || query.kind() == item.handlingClass());
    }

    /** The code a cursor of the list by code holds. */
    private static String code(String after) {
        String code = Cursor.read(after, 1).getFirst();
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new InvalidInput("after", "cursor");
        }
        return code;
    }

    /** Matches have no key to go on from: the cursor of a search is how many were shown. */
    private static int position(String after) {
        try {
            return Math.clamp(Long.parseLong(Cursor.read(after, 1).getFirst()), 0, 1_000_000);
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    @Override
    public List<ItemVersion> search(String words, int limit) {
        return shelf().index().find(words, item -> true, limit);
    }

    @Override
    public List<ItemVersion> searchAt(String window, String words, int limit) {
        Shelf now = shelf();
        return now.index()
                .find(
                        words,
                        item -> now.windows()
                                .getOrDefault(item.code(), List.of())
                                .contains(window),
                        limit);
    }

    @Override
    public List<Theme> themes() {
        return shelf().themes();
    }

    @Override
    public Remedies remedies(ItemVersion item) {
        return divisions.department(item.departmentCode()).remedies();
    }

    /** The names documents carry in all other items in effect (K6). */
    MaterialNames materialNamesBut(String code) {
        return MaterialNames.of(shelf().inEffect().values().stream()
                .filter(item -> !item.code().equals(code))
                .toList());
    }

    /** To be called after a change of this node is committed. */
    synchronized void changed() {
        changes++;
        shelf = null;
    }

    private synchronized long changes() {
        return changes;
    }

    /** A copy begun before a change mustn't outlive it: whoever filed an item would not find it. */
    private synchronized void keep(Shelf made, long asOf) {
        if (asOf == changes) {
            shelf = made;
        }
    }

    private Shelf shelf() {
        Shelf known = shelf;
        LocalDate today = time.today();
        if (known != null && known.day().equals(today)) {
            // Machine time, not the centre's: it only spares the database, and no rule depends on it.
            long now = System.nanoTime();
            if (now - lookedAt < LOOK_AGAIN_AFTER_NANOS) {
                return known;
            }
            lookedAt = now;
            if (store.revision() == known.revision()) {
                return known;
            }
        }
        // The revision is read first: a change in between makes the copy newer than it says, and it is only made once
        // more.
        long asOf = changes();
        lookedAt = System.nanoTime();
        long revision = store.revision();
        Shelf made = Shelf.of(revision, today, store.filed(), store.windows(), store.themes(), pinyin);
        keep(made, asOf);
        return made;
    }
}
