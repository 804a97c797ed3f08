package org.onewindow.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** Describes what all endpoints have in common in the API's own description (OpenAPI 3.1, {@code /api/openapi.json}). */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String PUBLIC = "/api/v1/public/";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Reply.class, Paging.class);
    }

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("OneWindow")
                        .version("v1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")));
    }

    private static Schema<?> problem() {
        Schema<?> reason = new ObjectSchema()
                .addProperty("rule", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("basis", new Schema<>().types(new TreeSet<>(Set.of("string", "null"))))
                .addProperty("whatNow", new StringSchema());
        Schema<?> field =
                new ObjectSchema().addProperty("pointer", new StringSchema()).addProperty("detail", new StringSchema());
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().format("int32"))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("rule", new StringSchema())
                .addProperty("reasons", new ArraySchema().items(reason))
                .addProperty("cycle", new ArraySchema().items(new StringSchema()))
                .addProperty("errors", new ArraySchema().items(field))
                .addProperty("changes", new ArraySchema().items(new StringSchema()))
                .addProperty("incident", new StringSchema());
        problem.required(List.of("type", "title", "status", "detail", "instance"));
        return problem;
    }

    /** Every operation may answer with a problem, and all but the public ones need a caller. */
    @Bean
    OpenApiCustomizer problemsEverywhere() {
        return api -> {
            if (api.getPaths() == null) {
                return;
            }
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> {
                        if (operation.getResponses() == null) {
                            operation.setResponses(new ApiResponses());
                        }
                        operation.getResponses().addApiResponse("default", problemAnswer());
                        operation.setTags(List.of(group(path)));
                        if (!path.startsWith(PUBLIC)) {
                            operation.setSecurity(List.of(
                                    new SecurityRequirement().addList("basic"),
                                    new SecurityRequirement().addList("bearer")));
                        }
                    }));
        };
    }

    /** What comes after {@code /api/v1/}: cases, items, public … */
    private static String group(String path) {
        return path.split("/", -1)[3];
    }

    private static ApiResponse problemAnswer() {
        return new ApiResponse()
                .description(PROBLEM)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    @Bean
    OperationCustomizer commonParameters() {
        return ApiDescription::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        if (takes(method, Paging.class)) {
            IntegerSchema limit = new IntegerSchema();
            limit.setDefault(Paging.DEFAULT_LIMIT);
            limit.setMinimum(BigDecimal.ONE);
            limit.setMaximum(BigDecimal.valueOf(Paging.MOST));
            operation.addParametersItem(query("limit", limit));
            operation.addParametersItem(query("after", new StringSchema()));
        }
        if (takes(method, Reply.class)) {
            operation.addParametersItem(
                    header(RequestFilter.KEY, new StringSchema().minLength(1).maxLength(RequestFilter.LONGEST_KEY)));
            operation.addParametersItem(header(HttpHeaders.IF_MATCH, new StringSchema()));
            describeAnswer(operation, method);
        }
        return operation;
    }

    private static void describeAnswer(Operation operation, HandlerMethod method) {
        Answers onMethod = method.getMethodAnnotation(Answers.class);
        Answers answers = onMethod == null ? method.getBeanType().getAnnotation(Answers.class) : onMethod;
        if (answers != null) {
            String schema = "#/components/schemas/" + answers.value().getSimpleName();
            operation.setResponses(new ApiResponses()
                    .addApiResponse(
                            Integer.toString(answers.status()),
                            new ApiResponse()
                                    .description("OK")
                                    .content(new Content()
                                            .addMediaType(
                                                    org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                                                    new MediaType().schema(new Schema<>().$ref(schema))))));
        }
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema);
    }

    private static Parameter header(String name, Schema<?> schema) {
        return new Parameter().in("header").name(name).schema(schema);
    }
}
