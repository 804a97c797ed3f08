package org.onewindow.documents.press;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.DocumentModel;
import org.onewindow.documents.Paper;
import org.onewindow.kernel.CentreTime;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The words and the layout of papers. A template version is a folder with markup, style and words together; once released it
 * never changes, so an old paper can always be made again. An engine of our own: the pages' engine has other needs.
 */
final class Templates {

    private record Version(SpringTemplateEngine engine, Wording wording) {}

    private final CentreTime time;
    private final Map<Integer, Version> versions = new ConcurrentHashMap<>();

    Templates(CentreTime time) {
        this.time = time;
    }

    /** The paper as XHTML. */
    String fill(DocumentKind kind, int version, DocumentModel model, Paper paper) {
        Version templates = versions.computeIfAbsent(version, this::open);
        Context context = new Context(Locale.CHINA);
        context.setVariable("paper", model);
        context.setVariable("head", model.head());
        context.setVariable("say", templates.wording);
        String name = paper == Paper.ROLL_80MM ? kind.template() + "-80mm" : kind.template();
        return templates.engine.process(name, context);
    }

    /** A word that isn't in a template. */
    String word(int version, String key, int number) {
        return versions.computeIfAbsent(version, this::open).wording.word(key, number);
    }

    private Version open(int version) {
        String folder = "templates/documents/v" + version + "/";
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename(folder + "words");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix(folder);
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.XML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        files.setCacheable(true);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(words);
        return new Version(engine, new Wording(time, words));
    }
}
