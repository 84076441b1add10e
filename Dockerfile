# syntax=docker/dockerfile:1
# Builds and runs Quest CMS; no secret is needed to build it. A test publishes with the command below, without machine code, and runs the result as another user.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
WORKDIR /source
# What decides which packages are fetched comes first: a change of code alone fetches none.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Domain/*.csproj src/Domain/packages.lock.json src/Domain/
COPY src/Application/*.csproj src/Application/packages.lock.json src/Application/
COPY src/Infrastructure/*.csproj src/Infrastructure/packages.lock.json src/Infrastructure/
COPY src/Web/*.csproj src/Web/packages.lock.json src/Web/
RUN dotnet restore src/Web --locked-mode -p:Ship=true
COPY src src
# Compiled to machine code here (src/Web/QuestCms.Web.csproj), so that a start compiles next to nothing.
RUN dotnet publish src/Web -c Release --no-restore --nologo -p:Ship=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble
WORKDIR /app
COPY --from=build /app .
# The image's own setting would listen beside PORT.
ENV ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_HTTP_PORTS=
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "QuestCms.Web.dll"]
