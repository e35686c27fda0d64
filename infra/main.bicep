// Everything Lotse needs in one resource group. See docs for the steps; nothing here holds a secret.
targetScope = 'resourceGroup'

@description('Short name of the installation; every resource is called after it.')
@minLength(3)
@maxLength(16)
param name string = 'lotse'

@description('Region of everything that holds data.')
param location string = 'germanywestcentral'

@description('The container image, e.g. registry.azurecr.io/lotse:0.1.0')
param image string

@description('Name of the Azure Container Registry in this resource group that holds the image (registry.bicep makes one); empty for a public image.')
param registryName string = ''

@description('How the bot is called where Teams shows it.')
@maxLength(42)
param botDisplayName string = 'Lotse'

@description('The pricing tier of the bot registration.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Conversation id of the steering channel; empty: it is learned from "@Lotse digest hier".')
param steeringConversation string = ''

@description('Address (https) where the abridged registers are published; empty: links to projects get no preview.')
param publicationUrl string = ''

@description('More settings of .env.example by their names, e.g. { LOTSE_SCHEDULE_DIGEST: \'Mon 13:00\' }. No secrets.')
param settings object = {}

@description('Bearer token for calls of POST /api/jobs/* from outside; empty: there are none, the embedded schedule is enough.')
@secure()
param jobsToken string = ''

@description('Key of an OpenAI service for the language-model planner; empty: off.')
@secure()
param openAiKey string = ''

@description('Azure OpenAI instead, without a key: the identity needs the role Cognitive Services OpenAI User on it.')
param azureOpenAiEndpoint string = ''
param azureOpenAiDeployment string = ''

@description('The OpenTelemetry collector that hands traces and metrics to Application Insights.')
param collectorImage string = 'docker.io/otel/opentelemetry-collector-contrib:0.130.0'

@description('Cosmos DB paid by use, the right choice for a city; otherwise with a throughput that follows the load.')
param serverless bool = true
@minValue(1000)
param maxThroughput int = 1000

@description('How far back the database can be restored.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string = 'Continuous7Days'

@description('Day of the week (0 = Sunday) on which, early, somebody is told when no digest went out in the two days before: two days after the digest.')
@minValue(0)
@maxValue(6)
param digestMissedDay int = 3

@description('E-mail address that alerts go to; empty: no alerts.')
param alertEmail string = ''

@description('How many replicas run at least and at most.')
@minValue(1)
param minReplicas int = 1
@minValue(1)
param maxReplicas int = 3

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

param tags object = {
  application: 'lotse'
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: name
    location: location
    registryName: registryName
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    logDays: logDays
    tags: tags
  }
}

module store 'modules/store.bicep' = {
  name: 'store'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    serverless: serverless
    maxThroughput: maxThroughput
    backupTier: backupTier
    tags: tags
  }
}

module vault 'modules/vault.bicep' = if (!empty(jobsToken) || !empty(openAiKey)) {
  name: 'vault'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    jobsToken: jobsToken
    openAiKey: openAiKey
    tags: tags
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    registryServer: empty(registryName) ? '' : '${registryName}.azurecr.io'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    cosmosEndpoint: store.outputs.endpoint
    cosmosDatabase: store.outputs.database
    steeringConversation: steeringConversation
    publicationUrl: publicationUrl
    settings: settings
    workspaceName: monitoring.outputs.workspaceName
    insightsName: monitoring.outputs.insightsName
    collectorImage: collectorImage
    vaultUri: empty(jobsToken) && empty(openAiKey) ? '' : vault!.outputs.uri
    withJobsToken: !empty(jobsToken)
    withOpenAiKey: !empty(openAiKey)
    azureOpenAiEndpoint: azureOpenAiEndpoint
    azureOpenAiDeployment: azureOpenAiDeployment
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    displayName: botDisplayName
    sku: botSku
    endpoint: 'https://${app.outputs.domain}/api/messages'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tags: tags
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: {
    name: name
    location: location
    email: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    appName: app.outputs.name
    appId: app.outputs.id
    digestMissedDay: digestMissedDay
    tags: tags
  }
}

@description('For deploying a new image.')
output APP_NAME string = app.outputs.name
@description('BOT_ID of the app package.')
output BOT_ID string = identity.outputs.clientId
@description('BOT_DOMAIN of the app package.')
output BOT_DOMAIN string = app.outputs.domain
