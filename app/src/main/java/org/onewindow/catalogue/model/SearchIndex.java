package org.onewindow.catalogue.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.model.Pinyin.Sound;

/**
 * Finds items by whatever somebody types: name, full pinyin, initials, a mixture of them ({@code 食品jy}), code, the words people
 * use, the English name. Immutable; a county's catalogue is searched by looking at every item, which takes well under a
 * millisecond per thousand items and needs no index structure that could disagree with it.
 */
public final class SearchIndex {

    /** Shorter words are found almost everywhere when letters may be skipped. */
    private static final int SHORTEST_WITH_GAPS = 2;

    private final Pinyin pinyin;
    private final List<Entry> entries;

    private record Entry(
            ItemVersion item,
            String code,
            String name,
            String nameEn,
            List<Sound> sounds,
            List<String> keywords,
            List<List<Sound>> keywordSounds) {}

    /** How well an item fits: the lower the better. */
    private record Match(ItemVersion item, int tier, int place) {}

    private SearchIndex(Pinyin pinyin, List<Entry> entries) {
        this.pinyin = pinyin;
        this.entries = entries;
    }

    /** An index over these items. */
    public static SearchIndex over(List<ItemVersion> items, Pinyin pinyin) {
        return new SearchIndex(
                pinyin, items.stream().map(item -> entry(item, pinyin)).toList());
    }

    private static Entry entry(ItemVersion item, Pinyin pinyin) {
        List<String> keywords =
                item.keywords().stream().map(SearchIndex::normal).toList();
        return new Entry(
                item,
                normal(item.code()),
                normal(item.name()),
                normal(item.nameEn()),
                pinyin.sounds(normal(item.name())),
                keywords,
                keywords.stream().map(pinyin::sounds).toList());
    }

    /** The syllables an item's name is read as; what a help text may show. */
    public List<String> syllables(String words) {
        return pinyin.sounds(normal(words)).stream().map(Sound::syllable).toList();
    }

    /**
     * The items that fit, best first: code and name before initials and pinyin of the name's beginning, before its middle, before
     * the words people use, before letters found only with gaps between them. Several words have to fit all.
     */
    public List<ItemVersion> find(String typed, Predicate<ItemVersion> among, int limit) {
        List<String> words = List.of(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .strip()
                        .split("\\s+"))
                .stream()
                .map(SearchIndex::normal)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (Entry entry : entries) {
            if (!among.test(entry.item())) {
                continue;
            }
            int tier = 0;
            int place = 0;
            for (String word : words) {
                int fit = fit(entry, word);
                tier = Math.max(tier, fit / PLACES);
                place += fit % PLACES;
                if (tier == NO_FIT) {
                    break;
                }
            }
            if (tier < NO_FIT) {
                matches.add(new Match(entry.item(), tier, place));
            }
        }
        return matches.stream()
                .sorted(comparingInt(Match::tier)
                        .thenComparingInt(Match::place)
                        .thenComparingInt(match -> match.item().name().length())
                        .thenComparing(comparing(match -> match.item().code())))
                .limit(limit)
                .map(Match::item)
                .toList();
    }

    private static final int PLACES = 1000;
    private static final int NO_FIT = 99;

    /** Tier × PLACES + place within the tier. */
    private static int fit(Entry entry, String word) {
        if (entry.code().equals(word) || entry.name().equals(word)) {
            return 0;
        }
        if (entry.name().startsWith(word)) {
            return PLACES;
        }
        if (soundsFrom(entry.sounds(), 0, word)) {
            return 2 * PLACES;
        }
        int inName = entry.name().indexOf(word);
        if (inName > 0) {
            return 3 * PLACES + Math.min(inName, PLACES - 1);
        }
        if (entry.keywords().contains(word)) {
            return 3 * PLACES;
        }
        if (entry.code().startsWith(word) || (word.length() >= 3 && entry.code().endsWith(word))) {
            return 4 * PLACES;
        }
        for (int i = 1; i < entry.sounds().size(); i++) {
            if (soundsFrom(entry.sounds(), i, word)) {
                return 5 * PLACES + i;
            }
        }
        int keyword = PLACES;
        for (int k = 0; k < entry.keywords().size(); k++) {
            int at = entry.keywords().get(k).indexOf(word);
            if (at >= 0) {
                keyword = Math.min(keyword, at);
            } else if (soundsFrom(entry.keywordSounds().get(k), 0, word)) {
                keyword = Math.min(keyword, PLACES / 2);
            }
        }
        if (keyword < PLACES) {
            return 6 * PLACES + keyword;
        }
        if (word.length() >= 3 && entry.nameEn().contains(word)) {
            return 7 * PLACES;
        }
        if (word.length() >= SHORTEST_WITH_GAPS) {
            int gaps = gaps(entry.sounds(), word);
            if (gaps >= 0) {
                return 8 * PLACES + Math.min(gaps, PLACES - 1);
            }
        }
        return NO_FIT * PLACES;
    }

    /**
     * Whether a word can be typed for the sounds from a place on without leaving any out: each by its character, its initial or
     * its syllable; the last syllable may be begun only.
     */
    private static boolean soundsFrom(List<Sound> sounds, int from, String word) {
        if (word.isEmpty()) {
            return true;
        }
        if (from >= sounds.size()) {
            return false;
        }
        Sound sound = sounds.get(from);
        if (word.codePointAt(0) == sound.character()) {
            if (soundsFrom(sounds, from + 1, word.substring(Character.charCount(sound.character())))) {
                return true;
            }
        }
        String syllable = sound.syllable();
        if (word.startsWith(syllable) && soundsFrom(sounds, from + 1, word.substring(syllable.length()))) {
            return true;
        }
        if (syllable.startsWith(word)) {
            return true;
        }
        return word.charAt(0) == syllable.charAt(0) && soundsFrom(sounds, from + 1, word.substring(1));
    }

    /** How many sounds lie between when a word's characters or initials appear in order with gaps; -1 when they don't. */
    private static int gaps(List<Sound> sounds, String word) {
        int at = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < sounds.size() && at < word.length(); i++) {
            Sound sound = sounds.get(i);
            int typed = word.codePointAt(at);
            if (typed == sound.character() || typed == sound.syllable().charAt(0)) {
                first = first < 0 ? i : first;
                last = i;
                at += Character.charCount(typed);
            }
        }
        return at < word.length() ? -1 : last - first + 1 - word.codePointCount(0, word.length());
    }

    /** Full-width forms, capitals and punctuation make no difference. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}，。、；：？！（）《》〔〕“”‘’·—…]+", "");
    }
}
